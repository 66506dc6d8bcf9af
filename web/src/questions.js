// The saved questions are the files of examples/queries: the first comment line of each is its title, the next its hint.
const files = import.meta.glob('../../examples/queries/*.graphql', { query: '?raw', import: 'default', eager: true });

const comment = line => line.replace(/^#\s*/, '');

function question([path, document]) {
  const [title, hint] = document.split('\n');
  return { slug: path.replace(/^.*\/|\.graphql$/g, ''), title: comment(title), hint: comment(hint), document };
}

/** Every saved question, in the order of the file names. */
export const QUESTIONS = Object.entries(files).sort().map(question);
