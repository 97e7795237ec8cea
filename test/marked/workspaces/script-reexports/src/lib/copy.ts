export const env = { ...process.env, ...window.__ENV__ };
