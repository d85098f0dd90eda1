// The text that a signature is made over: the canonical N-Quads of a document without its proofs.
import jsonld from 'jsonld';
import {loaderOf} from './documents.mjs';

/** The N-Quads; whatever the contexts do not define is an error. */
export async function canonicalize({document, documents}) {
  const {proof, ...unsecured} = document;
  const nquads = await jsonld.canonize(unsecured, {
    algorithm: 'RDFC-1.0',
    base: null,
    documentLoader: loaderOf(documents),
    format: 'application/n-quads',
    rdfDirection: 'i18n-datatype',
    safe: true
  });
  return {answer: 'canonical', why: '', nquads};
}
