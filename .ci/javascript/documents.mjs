// What a JSON-LD processor and a proof may ask for: contexts, key documents and status lists of the question.
import {CachedResolver} from '@digitalbazaar/did-io';
import * as didKey from '@digitalbazaar/did-method-key';
import * as didWeb from '@digitalbazaar/did-method-web';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';
const RELATIONSHIPS = ['verificationMethod', 'assertionMethod', 'authentication'];
const KEYS = {z6Mk: Ed25519Multikey, zDna: EcdsaMultikey, z82L: EcdsaMultikey};

/** A document loader over `documents`; DIDs are resolved by the drivers of the stack, over the same documents. */
export function loaderOf(documents) {
  const resolver = resolverOfDids();
  return async url => {
    const document = url.startsWith('did:') ? await resolver.get({url}) : dereferenced(documents, url);
    return {contextUrl: null, documentUrl: url, document: structuredClone(document)};
  };
}

/** The public key of a verification method, as a JWK. */
export async function jwkOf({publicKeyJwk, publicKeyMultibase}) {
  if(publicKeyJwk) {
    return publicKeyJwk;
  }
  const library = KEYS[publicKeyMultibase?.slice(0, 4)];
  if(!library) {
    throw new Error('The key has no form that this stack reads.');
  }
  const keyPair = await library.from({type: 'Multikey', publicKeyMultibase});
  return library.toJwk({keyPair});
}

function resolverOfDids() {
  const resolver = new CachedResolver();
  for(const driver of [didKey.driver(), didWeb.driver()]) {
    for(const [multibaseMultikeyHeader, library] of Object.entries(KEYS)) {
      driver.use({multibaseMultikeyHeader, fromMultibase: library.from});
    }
    resolver.use(driver);
  }
  return resolver;
}

function dereferenced(documents, url) {
  const [address, fragment] = url.split('#');
  const whole = documents[url] ?? documents[address];
  if(whole === undefined) {
    throw new Error(`Nothing is at ${url}.`);
  }
  return fragment === undefined || whole.kty ? whole : part(whole, url);
}

function part(whole, url) {
  const found = RELATIONSHIPS.flatMap(term => whole[term] ?? []).find(method => method.id === url);
  if(!found) {
    throw new Error(`The document has no part ${url}.`);
  }
  return {'@context': found.type === 'Multikey' ? MULTIKEY_CONTEXT : whole['@context'], ...found};
}
