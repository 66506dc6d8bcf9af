// Asks how many independent voices stand behind the headlines, and prints the answer in three lines.
import { readFile } from 'node:fs/promises';

import { Client, fetchExchange } from '@urql/core';

const question = new URL('../queries/09-voices-behind-the-headlines.graphql', import.meta.url);
const url = process.argv[2] ?? 'http://localhost:8080/graphql';

const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false });
const { data, error } = await client.query(await readFile(question, 'utf8'), {}).toPromise();

if (error) {
  console.error(`${url}: ${error.message}`);
  process.exit(1);
}
if (!data.show) {
  console.error(`${url} does not hold this show; an empty database is filled on its first start`);
  process.exit(1);
}

const line = (when, { reports, outlets, independentOrigins, officialPosition }) =>
  `${when}: ${reports} reports in ${outlets} outlets, ${independentOrigins} independent; official position ${officialPosition}`;

console.log(line('24 September 2025', data.show.inSeptember2025));
console.log(line('Today', data.show.now));
console.log(`Officially: ${data.show.now.officialStatement?.quote?.text ?? 'nothing was said'}`);
