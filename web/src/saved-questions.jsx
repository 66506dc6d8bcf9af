import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { parse } from 'graphql';
import { useEffect, useRef } from 'react';

import { QUESTIONS } from './questions.js';

const isSaved = document => QUESTIONS.some(question => question.document === document);

/** Puts a question into the editor and asks it: over another untouched question, else in a tab of its own. */
function useAsk() {
  const { addTab, run, setOperationFacts, updateActiveTabValues } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  return ({ document }) => {
    if (!isSaved(queryEditor.getValue())) addTab();
    queryEditor.setValue(document);
    variableEditor?.setValue('');
    // The editor would tell these to the rest only after a pause, and `run` needs them at once.
    const facts = factsOf(document);
    setOperationFacts(facts);
    updateActiveTabValues({ query: document, operationName: facts.operationName });
    run();
  };
}

function factsOf(document) {
  const documentAST = parse(document);
  const operations = documentAST.definitions.filter(definition => definition.kind === 'OperationDefinition');
  return { documentAST, operations, operationName: operations[0].name?.value };
}

function SavedQuestions() {
  const ask = useAsk();
  const { tabs, activeTabIndex } = useGraphiQL(pick('tabs', 'activeTabIndex'));
  const current = tabs[activeTabIndex]?.query;
  return (
    <section className="saved-questions" aria-label="Saved questions">
      <div className="graphiql-doc-explorer-title">Saved questions</div>
      <p>Ten questions about one show, its reports and what they claim. Choose one to ask it, then change it.</p>
      <ol>
        {QUESTIONS.map(question => (
          <li key={question.slug}>
            <button type="button" aria-current={question.document === current} onClick={() => ask(question)}>
              <strong>{question.title}</strong>
              <span>{question.hint}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" height="1em" aria-hidden="true">
      <path d="M5 4.6A1.6 1.6 0 0 1 6.6 3h10.8A1.6 1.6 0 0 1 19 4.6V21l-7-4.5L5 21Z" strokeLinejoin="round" />
    </svg>
  );
}

/** The pane that lists the saved questions. */
export const SAVED_QUESTIONS_PLUGIN = { title: 'Saved questions', icon: Icon, content: SavedQuestions };

// Read before GraphiQL stores anything of its own.
const isFirstVisit = localStorage.getItem('graphiql:tabState') === null;

/** The question that the address names (`#02-which-claims-disagree`), else the first one on a first visit. */
function firstQuestion() {
  const slug = decodeURIComponent(location.hash.slice(1));
  return QUESTIONS.find(question => question.slug === slug) ?? (isFirstVisit ? QUESTIONS[0] : undefined);
}

/** Asks that question once, when the editors stand. */
export function FirstQuestion() {
  const ask = useAsk();
  const { queryEditor, responseEditor } = useGraphiQL(pick('queryEditor', 'responseEditor'));
  const done = useRef(false);
  useEffect(() => {
    if (!queryEditor || !responseEditor || done.current) return;
    done.current = true;
    const question = firstQuestion();
    if (!question) return;
    ask(question);
    // A reload must not ask it again over what was changed since.
    history.replaceState(null, '', location.pathname);
  });
  return null;
}
