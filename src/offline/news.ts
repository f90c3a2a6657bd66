/** The few bytes every page pays: where the site is kept for offline, tell of a new version. The rest comes then. */
if ('serviceWorker' in navigator && navigator.serviceWorker.controller) void import('./new-version.ts');
