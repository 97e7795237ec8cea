import posthog from 'posthog-js';

export function startAnalytics(): void {
  if (!import.meta.env.VITE_POSTHOG_KEY) return;
  posthog.init(import.meta.env.VITE_POSTHOG_KEY, { api_host: 'https://eu.i.posthog.com' });
}
