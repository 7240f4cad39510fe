/** PNG pictures for the tests of the icons. */
import { crc32, deflateSync } from 'node:zlib';

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** Rows are stored with `filter`, over the bytes as they are given. */
export function pngOf(
  side: { width: number; height: number },
  rows: Uint8Array[],
  filter = 0,
  format = '0806000000',
): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(side.width, 0);
  head.writeUInt32BE(side.height, 4);
  const stored = Buffer.concat(rows.flatMap((row) => [Buffer.from([filter]), Buffer.from(row)]));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([head, Buffer.from(format, 'hex')])),
    chunk('IDAT', deflateSync(stored)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A square picture, `side` pixels wide. */
export function square(side: number, pixel: (x: number, y: number) => Pixel): Uint8Array {
  const rows = Array.from({ length: side }, (_row, y) =>
    Uint8Array.from(Array.from({ length: side }, (_pixel, x) => pixel(x, y)).flat()),
  );
  return pngOf({ width: side, height: side }, rows);
}
