import type { Press } from '@zhiqing/letters'
import type { SealPort } from './seal-port.js'

/** RSA-2048, one certificate: some 1400 bytes. */
const room = 4096

/**
 * For demos and for building against: signs with a certificate made on first use at `path`. The certificate's subject and
 * the mark on the page both say that it is a test and no seal; it has no force in law whatever a reader makes of it.
 */
export const testSeal = (
  path: string,
  { press, now }: { press: Pick<Press, 'testMark'>; now: () => Date },
): SealPort => ({
  test: true,
  face: async () => ({
    ok: true,
    value: { look: await press.testMark(), digest: 'sha256', subFilter: 'ETSI.CAdES.detached', room, at: now() },
  }),
  seal: async ({ digest }) => {
    const [{ testIdentity }, { cadesOf }, { readCertificate }] = await Promise.all([
      import('./test-certificate.js'),
      import('./cades.js'),
      import('./certificate.js'),
    ])
    const identity = await testIdentity(path, now())
    const certificate = readCertificate(identity.certificate)
    if (!certificate) throw new Error('the test certificate cannot be read')
    const signature = await cadesOf(digest, identity)
    return { ok: true, value: { signature, certificate: certificate.told, sealedAt: now().toISOString() } }
  },
})
