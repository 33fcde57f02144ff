import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { filesOf } from "./files.mjs";

// The first moment that the format can say: the same files give the same bytes, whenever and wherever they were built.
const dosTime = 0;
const dosDate = (0 << 9) | (1 << 5) | 1;

const utf8Names = 0x0800;
const deflated = 8;
const version = 20;
const unix = 3;

// rw-r--r--, as every file is read and none is run: the host starts `dotnet`.
const attributes = (0o100644 << 16) >>> 0;

/** A folder as one zip file: entries sorted by name, fixed times and rights. */
export function zip(folder) {
  const parts = [];
  const directory = [];
  let offset = 0;
  const names = filesOf(folder);
  for (const name of names) {
    const content = readFileSync(join(folder, name));
    const data = deflateRawSync(content, { level: 9 });
    const fields = sharedFields(crc32(content), data.length, content.length, Buffer.byteLength(name));
    const local = Buffer.concat([signature(0x04034b50), fields, Buffer.from(name), data]);
    directory.push(centralEntry(fields, offset, name));
    parts.push(local);
    offset += local.length;
  }

  const central = Buffer.concat(directory);
  return { bytes: Buffer.concat([...parts, central, endOf(names.length, central.length, offset)]), entries: names.length };
}

/** What the local header and the entry of the directory both say, in the same order. */
function sharedFields(checksum, packed, size, nameLength) {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(dosTime, 6);
  fields.writeUInt16LE(dosDate, 8);
  fields.writeUInt32LE(checksum, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

function centralEntry(fields, offset, name) {
  const madeBy = Buffer.from([version, unix]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(attributes, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), madeBy, fields, rest, Buffer.from(name)]);
}

function endOf(count, size, offset) {
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([signature(0x06054b50), end]);
}

function signature(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
