// Writes a brotli copy beside every built file that shrinks, once, so that no request pays for it.
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const WORTH_COMPRESSING = /\.(css|html|js|json|md|svg|ttf)$/;
const dist = new URL('dist/', import.meta.url);
const options = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS },
};

let before = 0;
let after = 0;
for (const name of readdirSync(dist, { recursive: true }).filter(name => WORTH_COMPRESSING.test(name))) {
  const file = new URL(name, dist);
  const plain = readFileSync(file);
  const small = brotliCompressSync(plain, options);
  writeFileSync(new URL(`${file}.br`), small);
  before += plain.length;
  after += small.length;
}
console.log(`brotli: ${(before / 1e6).toFixed(1)} MB → ${(after / 1e6).toFixed(1)} MB`);

// Cargo cannot see that a folder it embeds was built anew; a newer date on the file that embeds it says so.
const now = new Date();
utimesSync(new URL('../src/pages/playground.rs', import.meta.url), now, now);
