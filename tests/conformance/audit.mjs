// Runs every audit of graphql-http against a server: node audit.mjs http://127.0.0.1:8080/graphql
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
const audits = serverAudits({ url, fetchFn: fetch });
let passed = 0;
for (const audit of audits) {
  const { status, reason, response } = await audit.fn();
  if (status === 'ok') passed += 1;
  else console.log(`${audit.id} ${audit.name}: ${reason} (HTTP ${response?.status})`);
}
console.log(`${passed} of ${audits.length}`);
process.exit(passed === audits.length ? 0 : 1);
