// Credentials with embedded proofs and presentations of them: @digitalbazaar/vc.
import * as vc from '@digitalbazaar/vc';
import {checkStatus} from '@digitalbazaar/vc-bitstring-status-list';
import jsigs from 'jsonld-signatures';
import {failed, unsupported, verified} from './answers.mjs';
import {loaderOf} from './documents.mjs';
import {knowsOneOf, proofNames, suites} from './suites.mjs';
import {isEnvelope, verifyEnvelope} from './tokens.mjs';

const {AuthenticationProofPurpose} = jsigs.purposes;

/** Ask whether a credential is genuine, in force and not withdrawn. */
export async function verifyCredential({document: credential, documents}) {
  if(isEnvelope(credential)) {
    return verifyEnvelope({document: credential, documents});
  }
  const impossible = unsupportedPart(credential);
  if(impossible) {
    return unsupported(impossible);
  }
  const result = await vc.verifyCredential({credential, ...optionsFor(documents)});
  return standing(result);
}

/** Ask whether the holder whom a presentation names put it forward, on this occasion, and whether all in it is good. */
export async function verifyPresentation({document: presentation, documents, challenge, domain}) {
  const impossible = [presentation, presentation.verifiableCredential ?? []].flat().map(unsupportedPart).find(Boolean);
  if(impossible) {
    return unsupported(impossible);
  }
  const options = optionsFor(documents);
  const presentationPurpose = await showing(presentation, options.documentLoader, {challenge, domain});
  const result = await vc.verify({presentation, presentationPurpose, ...options});
  const refused = (result.credentialResults ?? []).map(standing).find(({answer}) => answer === 'failed');
  return refused ?? standing(result);
}

/** Ask the same of the holder's own signature, whatever is in the presentation. */
export async function verifyHolder({document: presentation, documents, challenge, domain}) {
  const {suite, documentLoader} = optionsFor(documents);
  const purpose = await showing(presentation, documentLoader, {challenge, domain});
  return standing(await jsigs.verify(presentation, {suite, purpose, documentLoader}));
}

/** The answer to whether a credential's status says that it is withdrawn; undefined when it does not. */
export async function withdrawal({credential, documents}) {
  const impossible = unsupportedStatus(credential);
  if(impossible) {
    return unsupported(impossible);
  }
  if(!credential.credentialStatus) {
    return undefined;
  }
  const statusResult = await checkStatus({credential, ...optionsFor(documents)});
  const found = standing({verified: statusResult.verified, statusResult});
  return found.answer === 'verified' ? undefined : found;
}

const optionsFor = documents => ({suite: suites(), documentLoader: loaderOf(documents), checkStatus});

// The purpose that a proof of the holder's has; that the key is the holder's is asked only of a controller.
async function showing({holder}, documentLoader, occasion) {
  const id = holder?.id ?? holder;
  const controller = id ? (await documentLoader(id)).document : undefined;
  return new AuthenticationProofPurpose({controller, ...occasion});
}

function unsupportedPart(document) {
  if(isEnvelope(document)) {
    return 'an enveloped credential';
  }
  const names = proofNames(document);
  return knowsOneOf(names) ? unsupportedStatus(document) : `no suite for ${names.join(', ')}`;
}

function unsupportedStatus({credentialStatus = []}) {
  const others = [credentialStatus].flat().filter(({type}) => type !== 'BitstringStatusListEntry');
  return others.length > 0 ? `no reader of the status ${others.map(({type}) => type).join(', ')}` : undefined;
}

// The library says whether a status could be read, and leaves it to its user to look at what it says.
function standing({verified: good, error, statusResult}) {
  const set = (statusResult?.results ?? []).filter(({status}) => status);
  if(!good || set.length > 0) {
    const said = set.map(({credentialStatus}) => `the bit for ${credentialStatus.statusPurpose} is set`);
    return failed(said.length > 0 ? said : (error ?? statusResult?.error));
  }
  return verified();
}
