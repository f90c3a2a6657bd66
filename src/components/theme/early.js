// Before the first paint, or a dark page would flash light. Its hash stands in the content security policy.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
