import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { engine, type TestIdentity } from './test-certificate.js'

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.47',
} as const

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer })
const sequence = (...value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value })

/** Which certificate signed, inside what is signed (ESS signingCertificateV2; SHA-256 is its default). */
const signedBy = (certificate: Uint8Array) =>
  sequence(sequence(sequence(octets(createHash('sha256').update(certificate).digest()))))

const attributesOf = (digest: Uint8Array, certificate: Uint8Array) =>
  new pkijs.SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new pkijs.Attribute({ type: oids.contentType, values: [new asn1js.ObjectIdentifier({ value: oids.data })] }),
      new pkijs.Attribute({ type: oids.messageDigest, values: [octets(digest)] }),
      new pkijs.Attribute({ type: oids.signingCertificate, values: [signedBy(certificate)] }),
    ],
  })

/**
 * A detached CMS signature (CAdES) over a SHA-256 digest, DER. The time is told in the PDF, as its profile wants, not here:
 * the same digest gives the same bytes.
 */
export const cadesOf = async (digest: Uint8Array, { key, certificate }: TestIdentity): Promise<Uint8Array> => {
  const own = pkijs.Certificate.fromBER(new Uint8Array(certificate).buffer)
  const sid = new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber })
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oids.data }),
    signerInfos: [new pkijs.SignerInfo({ version: 1, sid, signedAttrs: attributesOf(digest, certificate) })],
    certificates: [own],
  })
  await signed.sign(key as never, 0, 'SHA-256', undefined, engine)
  const whole = new pkijs.ContentInfo({ contentType: oids.signedData, content: signed.toSchema(true) })
  return new Uint8Array(whole.toSchema().toBER())
}
