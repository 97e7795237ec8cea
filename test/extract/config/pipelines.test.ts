import { expect, test } from 'vitest';
import { tell } from './tell';

test('a workflow of GitHub: triggers, jobs, steps, services, stored names', () => {
  const text = `name: "CI"
on:
  push: { branches: [main, "release/*"], paths: ["src/**"] }
  pull_request:
  release: { types: [published] }
  schedule: [{ cron: "0 8 * * *" }]
  workflow_run: { workflows: ["Build"], branches: [main] }
  workflow_dispatch:
env:
  NODE_ENV: test
jobs:
  test:
    runs-on: ubuntu-latest
    container: node:20
    services:
      db:
        image: postgres:16
        ports: ["5432:5432"]
        env: { POSTGRES_PASSWORD: postgres }
    steps:
      - uses: actions/checkout@v4
      - uses: ./.github/actions/local
      - uses: docker://alpine:3
      - name: Deploy
        run: |
          echo "\${{ secrets.GITHUB_TOKEN }}"
          flyctl deploy \\
            --remote-only
          npm run deploy
        env:
          FLY_API_TOKEN: \${{ secrets.FLY_API_TOKEN }}
          REGION: \${{ vars.FLY_REGION || 'fra' }}
          URL: https://\${{ secrets.HOST }}/x
  call:
    uses: org/repo/.github/workflows/x.yml@v1
# \${{ secrets.COMMENTED }}
`;
  expect(tell('.github/workflows/ci.yml', text)).toEqual({
    facts: [
      '1 workflow {"system":"github-actions","name":"CI","triggers":["push (main, release/*)","pull_request","release (published)","schedule 0 8 * * *","workflow_run (Build)","workflow_dispatch"],"jobs":["test","call"],"commands":["flyctl deploy --remote-only"]}',
      '10 NODE_ENV workflow',
      '19 POSTGRES_PASSWORD workflow',
      '21 uses actions/checkout@v4',
      '23 image alpine:3',
      '31 FLY_API_TOKEN workflow secret',
      '32 REGION workflow',
      '33 URL workflow secret',
      '31 FLY_API_TOKEN workflow secret',
      '32 FLY_REGION workflow',
      '33 HOST workflow secret',
      '35 uses org/repo/.github/workflows/x.yml@v1',
      '14 image node:20',
      '17 image postgres:16 db 5432:5432',
    ],
    locked: {},
    problems: [],
  });
});

test.each([
  ['on: push', '["push"]'],
  ['on: [push, pull_request]', '["push","pull_request"]'],
  ['on:\n  push:\n    tags: [v*]', '["push (tags v*)"]'],
  ['jobs: {}', '[]'],
])('triggers: %s', (text, triggers) => {
  expect(tell('.github/workflows/a.yaml', text, 'workflow').facts[0]).toContain(`"triggers":${triggers}`);
});

test('a composite action, and an action.yml of something else', () => {
  const text = 'name: x\nruns:\n  using: composite\n  steps:\n    - uses: aws-actions/configure-aws-credentials@v4\n';
  expect(tell('.github/actions/x/action.yml', text).facts).toEqual(['5 uses aws-actions/configure-aws-credentials@v4']);
  expect(tell('game/action.yml', 'uses: sword\n').facts).toEqual([]);
});

test('a broken workflow is a problem with a line', () => {
  const { problems } = tell('.github/workflows/a.yml', 'name: x\non: [push\njobs:\n  a: }\n');
  expect(problems[0]).toMatch(/^\d+ a\.yml is not valid YAML: .+ at line \d+$/);
});

test('GitLab', () => {
  const text = `stages: [test, deploy]
default:
  image: python:3.12
variables:
  PIP_CACHE: "1"
.hidden: &hidden
  image: node:20
test:
  services:
    - name: postgres:16
      alias: db
    - redis:7
  script: [pytest]
deploy:
  image: { name: "alpine:3", entrypoint: [""] }
  script:
    - kubectl apply -f k8s/
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: '$CI_COMMIT_BRANCH == "main"'
  variables:
    TOKEN: $STORED
`;
  expect(tell('.gitlab-ci.yml', text).facts).toEqual([
    '1 workflow {"system":"gitlab-ci","triggers":["schedule","push (main)"],"jobs":["test","deploy"],"commands":["kubectl apply -f k8s/"]}',
    '5 PIP_CACHE workflow',
    '3 image python:3.12',
    '7 image node:20',
    '10 image postgres:16 db',
    '12 image redis:7 redis',
    '15 image alpine:3',
    '22 TOKEN workflow empty',
  ]);
});

test.each([
  [
    '.circleci/config.yml',
    `version: 2.1
orbs:
  node: circleci/node@5
jobs:
  build:
    docker:
      - image: cimg/node:20.0
        environment: { NODE_ENV: test }
    steps:
      - run: { command: npx vercel --prod }
workflows:
  nightly:
    triggers:
      - schedule: { cron: "0 0 * * *" }
`,
    [
      '1 workflow {"system":"circleci","triggers":["push","schedule 0 0 * * *"],"jobs":["build"],"commands":["npx vercel --prod"]}',
      '3 uses circleci/node@5',
      '7 image cimg/node:20.0',
      '8 NODE_ENV workflow',
    ],
  ],
  [
    'azure-pipelines.yml',
    `trigger: { branches: { include: [main] } }
pr: none
variables:
  - name: REGION
    value: westeurope
jobs:
  - job: build
    steps:
      - task: AzureWebApp@1
`,
    [
      '1 workflow {"system":"azure-pipelines","triggers":["push (main)"],"jobs":["build"]}',
      '4 REGION workflow',
      '9 uses AzureWebApp@1',
    ],
  ],
  [
    'bitbucket-pipelines.yml',
    `image: node:20
pipelines:
  default:
    - step: { name: Test, script: [npm test] }
  branches:
    main:
      - step:
          name: Deploy
          script:
            - pipe: atlassian/aws-s3-deploy:1.1.0
              variables: { S3_BUCKET: x }
definitions:
  services:
    redis: { image: redis:7 }
`,
    [
      '1 workflow {"system":"bitbucket-pipelines","triggers":["push","branches (main)"],"jobs":["Test","Deploy"]}',
      '1 image node:20',
      '10 uses atlassian/aws-s3-deploy:1.1.0',
      '11 S3_BUCKET workflow',
      '14 image redis:7',
    ],
  ],
  ['.travis.yml', 'language: python\n', ['1 workflow {"system":"travis-ci","triggers":[],"jobs":[]}']],
  [
    'Jenkinsfile',
    `pipeline {
  triggers { cron('H 4 * * *') }
  environment {
    REGION = 'eu'
    AWS_SECRET = credentials('aws')
  }
  stages {
    stage('Build') { steps { sh 'docker push x/y' } }
    stage("Deploy") { steps { sh "make deploy" } }
  }
}
`,
    [
      '1 workflow {"system":"jenkins","triggers":["schedule H 4 * * *"],"jobs":["Build","Deploy"],"commands":["docker push x/y"]}',
      '4 REGION workflow',
      '5 AWS_SECRET workflow secret',
    ],
  ],
  [
    '.pre-commit-config.yaml',
    'repos:\n  - repo: https://github.com/psf/black\n    rev: "24"\n    hooks: [{ id: black }]\n  - repo: local\n    hooks: [{ id: own }]\n',
    ['1 file .pre-commit-config.yaml {"repositories":"psf/black, local","hooks":"black, own"}'],
  ],
  [
    '.github/dependabot.yml',
    'version: 2\nupdates:\n  - package-ecosystem: npm\n  - package-ecosystem: github-actions\n',
    ['1 file dependabot.yml {"ecosystems":"npm, github-actions"}'],
  ],
])('%s', (path, text, facts) => {
  expect(tell(path, text)).toEqual({ facts, locked: {}, problems: [] });
});
