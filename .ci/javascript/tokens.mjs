// Credentials that are the claims of a JWS: jose for the signature, @digitalbazaar/vc for the credential.
import * as vc from '@digitalbazaar/vc';
import {decodeJwt, decodeProtectedHeader, importJWK, jwtVerify} from 'jose';
import {failed, unsupported, verified} from './answers.mjs';
import {withdrawal} from './credentials.mjs';
import {jwkOf, loaderOf} from './documents.mjs';

const ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'RS256'];

/** Ask whether a token holds a credential that its issuer signed and that is in force. */
export async function verifyToken({document: token, documents}) {
  const {kid, alg} = decodeProtectedHeader(token);
  if(!kid) {
    return unsupported('a key that is not named by kid');
  }
  const claims = decodeJwt(token);
  const credential = claims.vc ?? claims;
  const issuer = credential.issuer?.id ?? credential.issuer;
  const key = await importJWK(await keyOf(kid, issuer, loaderOf(documents)), alg);
  await jwtVerify(token, key, {algorithms: ALGORITHMS, issuer});
  const contradicting = contradictions(claims, credential);
  if(contradicting.length > 0) {
    return failed(`claims contradict the credential: ${contradicting.join(', ')}`);
  }
  vc._checkCredential({credential});
  return (await withdrawal({credential, documents})) ?? verified();
}

const ENVELOPE = /^data:application\/vc\+jwt,([\w.-]+)$/;

/** Whether a document only stands around a token (VCDM 2.0, section 4.12.1). */
export const isEnvelope = ({type}) => [type].flat().includes('EnvelopedVerifiableCredential');

/** Ask the same of the token in an envelope, which stands in its address. */
export async function verifyEnvelope({document: {id}, documents}) {
  const [, token] = ENVELOPE.exec(id) ?? [];
  return token ? verifyToken({document: token, documents}) : unsupported('an envelope around something else');
}

async function keyOf(kid, issuer, documentLoader) {
  const {document: controller} = await documentLoader(issuer);
  const {document: method} = await documentLoader(kid);
  const listed = [controller.assertionMethod ?? []].flat().map(entry => entry.id ?? entry);
  // The address of a key may lead to the bare JWK (Open Badges 3.0, section 8.2), which does not say whose it is.
  if(!listed.includes(kid) || !(method.kty || method.controller === issuer)) {
    throw new Error('The key is not one with which the issuer makes statements.');
  }
  return method.kty ? method : jwkOf(method);
}

function contradictions({iss, sub, jti, nbf, exp}, credential) {
  const seconds = text => text && Date.parse(text) / 1000;
  const stated = {
    iss: [iss, credential.issuer?.id ?? credential.issuer],
    sub: [sub, credential.credentialSubject?.id],
    jti: [jti, credential.id],
    nbf: [nbf, seconds(credential.validFrom ?? credential.issuanceDate)],
    exp: [exp, seconds(credential.validUntil ?? credential.expirationDate)]
  };
  return Object.keys(stated).filter(name => stated[name][0] !== undefined && stated[name][0] !== stated[name][1]);
}
