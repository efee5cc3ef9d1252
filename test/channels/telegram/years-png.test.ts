import { gzipSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { yearsPng } from '../../../src/channels/telegram/years-png.ts';

const PAPER = 0;
const MET = [3, 4];
const SHORT = [5, 6];
const PICTURE = {
  title: '',
  alt: '',
  legend: ['', ''] as const,
  need: [32, 22] as const,
  years: [
    { label: '2024', values: [32, 22] as const },
    { label: '2025', values: [16, 11] as const },
  ],
};

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

/** The colours' numbers row by row, read as ISO/IEC 15948 has it: a row is as it is (0) or what differs from the one above (2). */
function pointsOf(rows: Buffer, height: number): number[][] {
  const size = rows.length / height;
  let above = new Uint8Array(size - 1);
  return Array.from({ length: height }, (_, row) => {
    const [filter, ...bytes] = rows.subarray(row * size, (row + 1) * size);
    expect([0, 2]).toContain(filter);
    above = Uint8Array.from(bytes, (byte, index) => (filter === 2 ? byte + above[index]! : byte));
    return [...above].flatMap(byte => [byte >> 4, byte & 15]);
  });
}

async function read(): Promise<{ names: string[]; header: Buffer; colours: number; points: number[][] }> {
  const png = Buffer.from(await yearsPng(PICTURE));
  expect(png.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const chunks = chunksOf(png);
  const contentOf = (wanted: string) => Buffer.concat(chunks.filter(c => c.name === wanted).map(c => c.content));
  const [header, colours] = [contentOf('IHDR'), contentOf('PLTE').length / 3];
  const points = pointsOf(inflateSync(contentOf('IDAT')), header.readUInt32BE(4));
  return { names: chunks.map(({ name }) => name), header, colours, points };
}

it('writes a picture of seven colours, four bits a point, that any reader of PNG takes', async () => {
  const { names, header, colours, points } = await read();
  expect([names[0], names[1], names.at(-1)]).toEqual(['IHDR', 'PLTE', 'IEND']);
  expect(header).toEqual(Buffer.from([0, 0, 2, 128, 0, 0, 1, 64, 4, 3, 0, 0, 0]));
  expect(colours).toBe(7);
  expect(points).toHaveLength(320);
  expect(new Set(points.map(row => row.length))).toEqual(new Set([640]));
});

it('draws what a year has as high as it is, in the colour of what is met and of what is not', async () => {
  const { points } = await read();
  const heightOf = (colour: number) => points.filter(row => row.includes(colour)).length;
  // Half the hours make half the height, to a point.
  const [total, professional, halfTotal, halfProfessional] = [...MET, ...SHORT].map(heightOf) as [
    number,
    number,
    number,
    number,
  ];
  expect(total).toBeGreaterThan(200);
  expect(Math.abs(halfTotal - total / 2)).toBeLessThanOrEqual(1);
  expect(Math.abs(halfProfessional - professional / 2)).toBeLessThanOrEqual(1);
  expect(points[0]!.every(point => point === PAPER)).toBe(true);
});
