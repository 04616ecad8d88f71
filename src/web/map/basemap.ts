import type { StyleSpecification } from 'maplibre-gl';

/** Where the server keeps a basemap of the desk's own (`DATELINE_BASEMAP`): a MapLibre style, with its tiles beside it. */
const ADDRESS = '/basemap/style.json';

/**
 * The desk's own basemap; null where there is none (the server then answers `null`), which is how most desks work. Addresses in it may be relative to the style. The page
 * may load from its own server only, so that no basemap tells another machine where somebody looks.
 */
export async function loadBasemap(): Promise<StyleSpecification | null> {
  const response = await fetch(ADDRESS).catch(() => null);
  if (!response?.ok) return null;
  const style = (await response.json().catch(() => null)) as StyleSpecification | null;
  return style?.version === 8 && Array.isArray(style.layers) ? absolute(style) : null;
}

const from = (address: string): string =>
  // Tiles are asked for as {z}/{x}/{y}: the braces must stay.
  new URL(address, new URL(ADDRESS, location.href)).href.replaceAll('%7B', '{').replaceAll('%7D', '}');

/** Makes the addresses of tiles, glyphs and sprites whole: MapLibre's worker has no page to start from. */
function absolute(style: StyleSpecification): StyleSpecification {
  const sources = Object.fromEntries(
    Object.entries(style.sources).map(([id, source]) => [
      id,
      {
        ...source,
        ...('tiles' in source && source.tiles != null ? { tiles: source.tiles.map(from) } : {}),
        ...('url' in source && typeof source.url === 'string' ? { url: from(source.url) } : {}),
        ...('data' in source && typeof source.data === 'string' ? { data: from(source.data) } : {}),
      },
    ]),
  ) as StyleSpecification['sources'];
  return {
    ...style,
    sources,
    ...(style.glyphs == null ? {} : { glyphs: from(style.glyphs) }),
    ...(typeof style.sprite === 'string' ? { sprite: from(style.sprite) } : {}),
  };
}
