import { createHash, X509Certificate } from 'node:crypto'
import type { SealCertificate } from './seal-port.js'

/** A name on one line: `CN=…, O=…, C=CN`, its parts in the certificate's own order. */
const oneLine = (name: string): string => name.split('\n').join(', ')

/** A certificate (DER) as it is recorded, and the instants between which it holds; null for bytes that are none. */
export const readCertificate = (
  der: Uint8Array,
): { readonly told: SealCertificate; readonly from: number; readonly until: number } | null => {
  try {
    const { subject, issuer, serialNumber, validFrom, validTo } = new X509Certificate(der)
    const sha256 = createHash('sha256').update(der).digest('hex')
    return {
      told: { subject: oneLine(subject), issuer: oneLine(issuer), serial: serialNumber, sha256 },
      from: Date.parse(validFrom),
      until: Date.parse(validTo),
    }
  } catch {
    return null
  }
}
