// Lists a zip file, which is what a .vsix is, from its central directory.
import fs from 'node:fs';

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/** The names in the file with their sizes, unpacked. */
export function listZip(file) {
  const bytes = fs.readFileSync(file);
  const end = findEnd(bytes);
  const entries = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`${file} is damaged.`);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    entries.set(name, bytes.readUInt32LE(at + 24));
    at += ENTRY_LENGTH + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record lies before a comment of unknown length. */
function findEnd(bytes) {
  for (let at = bytes.length - END_LENGTH; at >= 0; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new Error('This is no zip file.');
}
