// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are workflows.

import { expect, test } from 'vitest';
import { tell } from './tell';

test('a workflow names the registries that its images go to', () => {
  const text = `on: push
jobs:
  build:
    steps:
      - uses: docker/login-action@v3
        with: { registry: ghcr.io, username: me }
      - uses: docker/metadata-action@v5
        with:
          images: |
            ghcr.io/\${{ github.repository }}
            acme/app
      - uses: docker/build-push-action@v6
        with:
          tags: ghcr.io/acme/app:1.2,registry.example.com:5000/app
          file: ./docker.file/x
      - uses: actions/setup-node@v4
        with: { registry: registry.example.org }
`;
  expect(tell('.github/workflows/a.yml', text, 'url').facts).toEqual([
    '6 url https://ghcr.io',
    '10 url https://ghcr.io',
    '14 url https://ghcr.io',
    '14 url https://registry.example.com',
  ]);
});

test('a deployment by Kamal names its registry', () => {
  const text = 'service: app\nimage: acme/app\nservers: [1.2.3.4]\nregistry:\n  server: ghcr.io\n  username: me\n';
  expect(tell('config/deploy.yml', text, 'url').facts).toEqual(['5 url https://ghcr.io']);
});
