// Answers questions about credentials with the JavaScript stack of the W3C and DCC communities.
//
// Standard input: lines of JSON. The first is {"contexts": {url: document}}; each other is a question {"id", "kind",
// "document", "documents", "at", "challenge", "domain"}, in which `document` and the values of `documents` are the texts
// of files. Standard output: for each question a line {"id", "answer", "why"}, in the same order.
import {serve} from './closed.mjs';
import {mock} from 'node:test';
import readline from 'node:readline';

const {failed} = await import('./answers.mjs');
const {canonicalize} = await import('./canonical.mjs');
const {verifyCredential, verifyHolder, verifyPresentation} = await import('./credentials.mjs');
const {verifyToken} = await import('./tokens.mjs');
const {verifyCredentialThere, verifyPresentationThere} = await import('./verifier_core.mjs');

const KINDS = {
  credential: verifyCredential,
  presentation: verifyPresentation,
  holder: verifyHolder,
  token: verifyToken,
  canonical: canonicalize,
  'verifier-core credential': verifyCredentialThere,
  'verifier-core presentation': verifyPresentationThere
};

async function answered(question, contexts) {
  const answer = KINDS[question.kind];
  // The libraries read the clock themselves, and some of them in places where no other moment can be given.
  mock.timers.enable({apis: ['Date'], now: new Date(question.at)});
  try {
    const given = Object.entries(question.documents).map(([url, text]) => [url, parsed(text)]);
    const documents = {...Object.fromEntries(given), ...contexts};
    serve(documents);
    const document = question.kind === 'token' ? question.document : JSON.parse(question.document);
    return await answer({...question, document, documents});
  } catch(error) {
    return failed(error);
  } finally {
    mock.timers.reset();
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

let contexts;
for await (const line of readline.createInterface({input: process.stdin})) {
  const read = JSON.parse(line);
  if(contexts === undefined) {
    contexts = read.contexts;
  } else {
    process.stdout.write(JSON.stringify({id: read.id, ...(await answered(read, contexts))}) + '\n');
  }
}
