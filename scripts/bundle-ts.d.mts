export function bundleTs(program: string, outfile: string): Promise<void>;
