import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './style.css';

import { explorerPlugin } from '@graphiql/plugin-explorer';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { QUESTIONS } from './questions.js';
import { FirstQuestion, SAVED_QUESTIONS_PLUGIN } from './saved-questions.jsx';

// The page is <server>/playground/, whatever prefix the server stands behind.
const fetcher = createGraphiQLFetcher({ url: new URL('../graphql', location.href).href });

const plugins = [SAVED_QUESTIONS_PLUGIN, explorerPlugin(), HISTORY_PLUGIN];
const defaultTabs = [{ query: QUESTIONS[0].document }];

createRoot(document.getElementById('playground')).render(
  <GraphiQL fetcher={fetcher} plugins={plugins} visiblePlugin={SAVED_QUESTIONS_PLUGIN} defaultTabs={defaultTabs}>
    <GraphiQL.Logo>
      <a className="greenlight" href="../">
        <img src="../favicon.svg" alt="" width="20" height="20" />
        Greenlight
      </a>
    </GraphiQL.Logo>
    <FirstQuestion />
  </GraphiQL>,
);
