import { expect, test } from 'vitest';
import { tell } from './tell';

test('what a Dockerfile installs of its distribution is told, each package at its place', () => {
  const text = `FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends \\
    # for the converter
    ffmpeg=7:6.1* \\
    tesseract-ocr-deu \\
  && rm -rf /var/lib/apt/lists/* && apt-get purge -y gcc
RUN sudo apt -t bookworm-backports install git/stable; echo install curl
RUN apk add --no-cache chromium@edge poppler-utils
RUN apk add --virtual .build gcc && apk del .build
RUN dnf -y install ImageMagick nginx||true
CMD ["apt-get", "install", "vim"]
`;
  expect(tell('Dockerfile', text, 'systemPackage').facts).toEqual([
    '4 system apt-get ffmpeg',
    '5 system apt-get tesseract-ocr-deu',
    '7 system apt git',
    '8 system apk chromium',
    '8 system apk poppler-utils',
    '10 system dnf nginx',
  ]);
});

test('a Dockerfile of nothing but broken installs gives no packages', () => {
  const text = 'FROM a\nRUN apt-get install\nRUN install apt-get\nRUN pip install ffmpeg\nRUN apk add \\\n';
  expect(tell('Dockerfile', text, 'systemPackage').facts).toEqual([]);
});
