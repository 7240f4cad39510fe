/** Reads PNG pictures with 8-bit colour and alpha, the one kind that our icons are stored as. */
import { inflateSync } from 'node:zlib';

const signature = '89504e470d0a1a0a';
/** Bit depth 8, colour type 6 (RGB and alpha), deflate, standard filters, no interlacing. */
const rgba8 = '0806000000';

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel, in rows from the top. */
  pixels: Uint8Array;
}

function chunks(png: Buffer): { type: string; data: Buffer }[] {
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data });
    at += 12 + length;
  }
  return found;
}

/** The filters of the PNG specification: a byte is stored as its distance from a prediction. */
function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

function unfilter(stored: Buffer, width: number, height: number): Uint8Array {
  const stride = width * 4;
  const pixels = new Uint8Array(stride * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (pixels[y * stride + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1);
    const filter = stored[row] ?? 0;
    for (let x = 0; x < stride; x++) {
      const prediction = predict(filter, at(x - 4, y), at(x, y - 1), at(x - 4, y - 1));
      pixels[y * stride + x] = (stored[row + 1 + x] ?? 0) + prediction;
    }
  }
  return pixels;
}

/** @returns undefined for anything but a PNG of the kind above. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const png = Buffer.from(bytes);
  const parts = chunks(png);
  const head = parts[0];
  if (png.toString('hex', 0, 8) !== signature || head?.type !== 'IHDR') return undefined;
  if (head.data.toString('hex', 8) !== rgba8) return undefined;
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const packed = parts.flatMap(({ type, data }) => (type === 'IDAT' ? [data] : []));
  return { width, height, pixels: unfilter(inflateSync(Buffer.concat(packed)), width, height) };
}
