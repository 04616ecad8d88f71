// Sets the chosen theme, and whether the timeline lies open, before the first paint, so that nothing flashes or moves.
try {
  const { dataset } = document.documentElement;
  const theme = localStorage.getItem('dateline.theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  const timeline = localStorage.getItem('dateline.timeline');
  if (timeline === 'open' || timeline === 'slim') dataset.timeline = timeline;
} catch {
  // Storage is blocked: the system's preference stands.
}
