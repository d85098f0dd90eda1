// Every suite of the stack that Open Badges 3.0 may be signed with.
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {createVerifyCryptosuite as ecdsaJcs} from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import {cryptosuite as ecdsaRdfc} from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import {createVerifyCryptosuite as ecdsaSd} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import {Ed25519Signature2020} from '@digitalbazaar/ed25519-signature-2020';
import {cryptosuite as eddsa} from '@digitalbazaar/eddsa-2022-cryptosuite';
import {createVerifyCryptosuite as eddsaJcs} from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import {cryptosuite as eddsaRdfc} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';

/** New objects for each question: they remember documents that they have hashed. */
export function suites() {
  const cryptosuites = [eddsaRdfc, eddsaJcs(), ecdsaRdfc, ecdsaJcs(), ecdsaSd()];
  return [
    new Ed25519Signature2020(),
    new DataIntegrityProof({cryptosuite: eddsa, legacyContext: true}),
    ...cryptosuites.map(cryptosuite => new DataIntegrityProof({cryptosuite}))
  ];
}

/** The names of the proofs of a document: the cryptosuite, or else the type. */
export function proofNames({proof = []}) {
  return [proof].flat().map(one => (one.type === 'DataIntegrityProof' ? one.cryptosuite : one.type));
}

/** Whether one of these suites is meant for one of the proofs; a document without proofs is for all of them. */
export function knowsOneOf(names, known = suites().map(suite => suite.cryptosuite ?? suite.type)) {
  return names.length === 0 || names.some(name => known.includes(name));
}
