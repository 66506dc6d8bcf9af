import 'graphiql/setup-workers/esm.sh';
import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const fetcher = createGraphiQLFetcher({ url: new URL('../graphql', location.href).href });
const plugins = [explorerPlugin(), HISTORY_PLUGIN];
const defaultQuery = `{
  show(by: { slug: "the-trauma-code-heroes-on-call" }) {
    title
    premieredOn { iso }
    awardSummary { sentence }
  }
}
`;

createRoot(document.getElementById('playground')).render(
  createElement(GraphiQL, { fetcher, plugins, defaultQuery }),
);
