// The same questions to the verifier of the Digital Credentials Consortium, which brings its own loader.
import {LruCache} from '@digitalcredentials/lru-memoize';
import * as core from '@digitalcredentials/verifier-core';
import {failed, unsupported, verified} from './answers.mjs';
import {knowsOneOf, proofNames} from './suites.mjs';

const KNOWN = ['eddsa-rdfc-2022', 'Ed25519Signature2020'];
const STEPS = ['valid_signature', 'expiration', 'revocation_status'];

// Its resolver remembers a DID document for some seconds; another question may bring another document.
LruCache.prototype.memoize = ({fn}) => fn();

/** Ask whether a credential is genuine, in force and not withdrawn; whether anybody registered the issuer is left out. */
export async function verifyCredentialThere({document: credential}) {
  const names = proofNames(credential);
  if(!knowsOneOf(names, KNOWN)) {
    return unsupported(`no suite for ${names.join(', ')}`);
  }
  return standing(await core.verifyCredential({credential, knownDIDRegistries: []}));
}

/** Ask the same of a presentation and all that is in it. */
export async function verifyPresentationThere({document: presentation, challenge}) {
  const found = await core.verifyPresentation({presentation, challenge, knownDIDRegistries: []});
  if(found.errors || found.presentationResult.signature !== 'valid') {
    return failed(found.errors ?? found.presentationResult.errors ?? found.presentationResult.signature);
  }
  return found.credentialResults.map(standing).find(({answer}) => answer !== 'verified') ?? verified();
}

function standing({errors, error: refusal, log = []}) {
  if(errors || refusal) {
    return failed(errors ?? refusal);
  }
  const steps = log.filter(({id}) => STEPS.includes(id));
  const refused = steps.filter(({valid}) => !valid);
  return steps.length > 0 && refused.length === 0 ? verified() : failed(refused.map(({id, error}) => error?.name ?? id));
}
