import { gzipSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { encodePng } from '../../../src/channels/telegram/png.ts';

const COLOURS = [
  [255, 255, 255],
  [0, 0, 0],
  [10, 20, 30],
] as const;

interface Chunk {
  name: string;
  content: Buffer;
}

/** gzip ends with the same checksum and the length. */
const crc32 = (bytes: Buffer): number => gzipSync(bytes).readUInt32LE(gzipSync(bytes).length - 8);

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const end = at + 8 + length;
    // Over the name and the content.
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    chunks.push({ name: png.toString('latin1', at + 4, at + 8), content: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** Undoes the two filters that are used. */
function pointsOf(rows: Buffer, height: number): number[] {
  const size = rows.length / height;
  const points: number[] = [];
  for (let row = 0; row < height; row += 1) {
    const [filter, ...bytes] = rows.subarray(row * size, (row + 1) * size);
    const above = points.slice(-(size - 1));
    points.push(...bytes.map((byte, index) => (filter === 2 ? (byte + above[index]!) % 256 : byte)));
    expect([0, 2]).toContain(filter);
  }
  return points;
}

it('writes a picture that gives back its points and colours', () => {
  const rows = [
    [0x01, 0x20],
    [0x01, 0x20],
    [0x00, 0x00],
    [0x00, 0x00],
    [0x01, 0x20],
  ];
  const data = Uint8Array.from(rows.flatMap(row => [0, ...row]));
  const png = Buffer.from(encodePng({ width: 4, height: rows.length, colours: COLOURS, data }));
  expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const [header, colours, points, end] = chunksOf(png);
  expect(header).toEqual({ name: 'IHDR', content: Buffer.from([0, 0, 0, 4, 0, 0, 0, 5, 4, 3, 0, 0, 0]) });
  expect(colours).toEqual({ name: 'PLTE', content: Buffer.from(COLOURS.flat()) });
  expect(points?.name).toBe('IDAT');
  expect(pointsOf(inflateSync(points!.content), rows.length)).toEqual(rows.flat());
  expect(end).toEqual({ name: 'IEND', content: Buffer.alloc(0) });
});
