/** Teams' demands on the two icons of an app package. */
import { type Picture, readPicture } from './png.ts';

/** Pixels as `[red, green, blue, alpha]`, each 0 to 255. */
function* pixelsOf({ pixels }: Picture): Generator<Uint8Array> {
  for (let at = 0; at < pixels.length; at += 4) yield pixels.subarray(at, at + 4);
}

const isOpaque = (picture: Picture): boolean =>
  pixelsOf(picture).every(([, , , alpha]) => alpha === 255);

const isWhiteOnNothing = (picture: Picture): boolean =>
  pixelsOf(picture).every(([red, green, blue, alpha]) => {
    return alpha === 0 || (red === 255 && green === 255 && blue === 255);
  }) && pixelsOf(picture).some(([, , , alpha]) => alpha === 0);

const demands = {
  color: { side: 192, holds: isOpaque, words: 'every pixel must be opaque' },
  outline: { side: 32, holds: isWhiteOnNothing, words: 'must be white on a transparent ground' },
};

/** One line per mistake; none when Teams will take the icon. */
export function iconMistakes(
  kind: keyof typeof demands,
  file: string,
  bytes: Uint8Array,
): string[] {
  const picture = readPicture(bytes);
  if (!picture) return [`${file} must be a PNG with 8-bit colour and alpha, not interlaced`];
  const { side, holds, words } = demands[kind];
  const { width, height } = picture;
  return [
    ...(width === side && height === side
      ? []
      : [`${file} is ${width}×${height}; ${side}×${side} is required`]),
    ...(holds(picture) ? [] : [`${file}: ${words}`]),
  ];
}
