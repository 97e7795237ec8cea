// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are compose files and Dockerfiles.

import { expect, test } from 'vitest';
import { tell } from './tell';

test('compose: images, environments of both forms, interpolations', () => {
  const text = `x-env: &env
  SHARED: "1"
  DATABASE_URL: postgresql+psycopg2://app:not-a-real-password@db:5432/app
services:
  db:
    image: "postgres:\${PG_VERSION:-16-alpine}"
    ports: ["5432:5432", { target: 80, published: 8080 }]
    environment:
      - POSTGRES_PASSWORD=\${DB_PASSWORD:?set it}
      - POSTGRES_USER
      - discovery.type=single-node
  web:
    build: { context: ., args: { NODE_ENV: production } }
    env_file: [.env, { path: .env.local, required: false }]
    environment:
      <<: *env
      API_KEY: \${API_KEY}
      LEVEL: \${LEVEL:-info}
      EMPTY:
    command: sh -c "echo $$HOME \${MODE-dev} $PLAIN"
  worker:
    image: \${REGISTRY}/app:1
    environment:
      <<: *env
# \${COMMENTED:-x}
`;
  expect(tell('docker-compose.prod.yml', text)).toEqual({
    facts: [
      '1 file docker-compose.yml {"services":"db, web, worker","env files":".env, .env.local"}',
      '6 image postgres:16-alpine db 5432:5432 8080:80',
      '9 POSTGRES_PASSWORD compose empty',
      '10 POSTGRES_USER compose empty',
      '17 API_KEY compose empty',
      '18 LEVEL compose',
      '19 EMPTY compose empty',
      '2 SHARED compose',
      '3 DATABASE_URL compose',
      '3 url postgresql+psycopg2://db:5432',
      '13 NODE_ENV compose',
      '22 image ${REGISTRY}/app:1 worker',
      "6 PG_VERSION docker-compose default '16-alpine'",
      '9 DB_PASSWORD docker-compose raises',
      '17 API_KEY docker-compose bare',
      "18 LEVEL docker-compose default 'info'",
      "20 MODE docker-compose default 'dev'",
      '20 PLAIN docker-compose bare',
      '22 REGISTRY docker-compose bare',
    ],
    locked: {},
    problems: [],
  });
});

test.each([
  ['"${A}"', ['1 A docker-compose bare']],
  ['"${A:+x}"', ['1 A docker-compose guarded']],
  ['"${A:-}"', ["1 A docker-compose default ''"]],
  ['"${A:-${B:-c}}"', ["1 A docker-compose default '${B:-c}'", "1 B docker-compose default 'c'"]],
  ['"${TOKEN:-abc}"', ["1 TOKEN docker-compose default '(hidden)'"]],
  ['"$${A} $1 ${} ${1:-x} $"', []],
  ['"${A:-never closed"', []],
])('interpolation %s', (value, reads) => {
  expect(tell('compose.yaml', `x: ${value}\n`, 'envRead').facts).toEqual(reads);
});

test('compose of the oldest form, and a broken one', () => {
  expect(tell('docker-compose.yml', 'cache:\n  image: redis:7\n', 'image').facts).toEqual(['2 image redis:7 cache']);
  const broken = tell('docker-compose.yml', 'services:\n  db:\n    image: postgres\n   bad: [\n');
  expect(broken.facts).toContain('3 image postgres db');
  expect(broken.problems[0]).toMatch(/^\d+ docker-compose\.yml is not valid YAML: .+ at line \d+$/);
});

test('aliases that unfold without end stay small', () => {
  const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [*l${n}, *l${n}, *l${n}]`);
  const started = Date.now();
  const told = tell('docker-compose.yml', ['l0: &l0 ["${DEEP:-x}"]', ...levels].join('\n'), 'envRead');
  expect(told.facts).toEqual(["1 DEEP docker-compose default 'x'"]);
  expect(Date.now() - started).toBeLessThan(1000);
});

test('Dockerfile: stages, arguments, environment, what the last stage runs', () => {
  const text = `# syntax=docker/dockerfile:1
ARG NODE=20
ARG BASE="node:\${NODE}-alpine"
FROM --platform=linux/amd64 \${BASE} AS build
ENV CI=1 \\
    # a comment between
    GREETING="hello world"
EXPOSE 1
CMD ["npm", "test"]
FROM build AS test
FROM gcr.io/distroless/nodejs20
COPY --from=build /app /app
COPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/
COPY --from=0 /x /x
ENV LEGACY old style value
ARG API_URL
RUN <<EOF
FROM nothing
EOF
EXPOSE 3000 9090/tcp
ENTRYPOINT ["/entry.sh"]
CMD exec node server.js --port $PORT --level \${LEVEL:-info} $LEGACY
`;
  expect(tell('api/Dockerfile', text).facts).toEqual([
    '1 file dockerfile {"ports":"3000, 9090/tcp","entrypoint":"/entry.sh","command":"exec node server.js --port $PORT --level ${LEVEL:-info} $LEGACY"}',
    '2 NODE dockerfile',
    '3 BASE dockerfile',
    '4 image node:20-alpine',
    '5 CI dockerfile',
    '7 GREETING dockerfile',
    '11 image gcr.io/distroless/nodejs20',
    '13 image ghcr.io/astral-sh/uv:0.5',
    '15 LEGACY dockerfile',
    '16 API_URL dockerfile empty',
    '22 PORT Dockerfile bare',
    "22 LEVEL Dockerfile default 'info'",
  ]);
});

test.each(['Dockerfile', 'Dockerfile.dev', 'api.Dockerfile', 'Dockerfile-v2', 'Containerfile'])(
  '%s is read',
  (path) => {
    expect(tell(path, 'FROM redis:7', 'image').facts).toEqual(['1 image redis:7']);
  },
);

test.each(['.dockerignore', 'Dockerfile.dockerignore', 'dockerfile.md', 'docs/Dockerfiles/readme'])(
  '%s is not',
  (path) => {
    expect(tell(path, 'FROM redis:7', 'image').facts).toEqual([]);
  },
);

test('a Dockerfile keeps no secret of its command', () => {
  const text = 'FROM redis\nCMD redis-server --requirepass not-a-real-password --port 1\n';
  expect(tell('Dockerfile', text, 'configFile').facts).toEqual([
    '1 file dockerfile {"command":"redis-server --requirepass *** --port 1"}',
  ]);
});

test('Kubernetes: deployments, schedules, config maps and secrets, and templates', () => {
  const text = `apiVersion: apps/v1
kind: Deployment
metadata: { name: api }
spec:
  template:
    spec:
      containers:
        - name: api
          image: ghcr.io/shop/api:1.2
          ports: [{ containerPort: 8000 }]
          env:
            - name: LEVEL
              value: info
            - name: DB_URL
              valueFrom: { secretKeyRef: { name: db, key: url } }
---
apiVersion: v1
kind: Secret
stringData:
  TOKEN: not-a-real-token
  file.txt: x
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: nightly }
spec: { schedule: "0 3 * * *" }
`;
  expect(tell('k8s/all.yaml', text).facts).toEqual([
    '1 file kubernetes.yaml {"kinds":"Deployment, Secret, CronJob"}',
    '12 LEVEL kubernetes',
    '14 DB_URL kubernetes secret',
    '9 image ghcr.io/shop/api:1.2 api 8000',
    '20 TOKEN kubernetes secret',
    '26 job kubernetes nightly 0 3 * * *',
  ]);
  const template = `{{- if .Values.on }}
apiVersion: v1
kind: Pod
spec:
  containers:
    - name: {{ .Chart.Name }}
      image: "{{ .Values.image }}:1"
      env:
        - name: FIXED
          value: {{ .Values.x | quote }}
  {{- end }}
`;
  expect(tell('chart/templates/pod.yaml', template, 'envDeclaration', 'image')).toEqual({
    facts: ['9 FIXED kubernetes'],
    locked: {},
    problems: [],
  });
  expect(tell('locales/en.yaml', 'kind: of blue\nenv: [A_B=1]\n').facts).toEqual([]);
});

test('Helm values: images in parts, environments', () => {
  const text = `image:
  repository: shop/api
  tag: "1.2"
sidecar:
  image: { registry: quay.io, repository: x/y }
env:
  LEVEL: info
  enabled: true
`;
  expect(tell('charts/api/values.yaml', text).facts).toEqual([
    '2 image shop/api:1.2',
    '7 LEVEL kubernetes',
    '5 image quay.io/x/y',
  ]);
});
