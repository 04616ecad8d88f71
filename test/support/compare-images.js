/**
 * Runs in a page: how many of a hundred pixels look different in two PNGs (base64), and a picture of where. A pixel counts where its
 * difference in YIQ (as a screen shows it) is above a tenth of the greatest, so that a shade of anti-aliasing does not.
 */
window.compareImages = async (one, two) => {
  const load = async data => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    return { context, canvas, pixels: context.getImageData(0, 0, image.width, image.height) };
  };
  const [a, b] = await Promise.all([load(one), load(two)]);
  if (a.canvas.width !== b.canvas.width || a.canvas.height !== b.canvas.height) return 100;
  const [x, y] = [a.pixels.data, b.pixels.data];
  let different = 0;
  for (let i = 0; i < x.length; i += 4) {
    const [r, g, u] = [x[i] - y[i], x[i + 1] - y[i + 1], x[i + 2] - y[i + 2]];
    const luma = 0.299 * r + 0.587 * g + 0.114 * u,
      inPhase = 0.596 * r - 0.275 * g - 0.321 * u,
      quadrature = 0.212 * r - 0.523 * g + 0.311 * u;
    if (0.5053 * luma ** 2 + 0.299 * inPhase ** 2 + 0.1957 * quadrature ** 2 > 35215 * 0.01) different++;
  }
  return (100 * different) / (x.length / 4);
};
