// Sets the chosen theme before the first paint, so that nothing flashes.
try {
  const theme = localStorage.getItem('dateline.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's preference stands.
}
