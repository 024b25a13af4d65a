import { join } from 'node:path'
import type { Press } from '@zhiqing/letters'
import { resting, type SealPort, serverSeal, testSeal } from '@zhiqing/worker'
import type { Environment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { now } from '../world.js'

/** Who puts the organ's seal to letters, by this environment; undefined where it is done by hand. */
export const sealPort = (
  { seal, dataDir }: Pick<Environment, 'seal' | 'dataDir'>,
  press: Pick<Press, 'testMark' | 'pictureLook'>,
): SealPort | undefined => {
  switch (seal?.kind) {
    case 'demo':
      return testSeal(join(dataDir, 'seal-test.pem'), { press, now })
    case 'server':
      return resting(serverSeal(seal, { press }), now)
    default:
      return undefined
  }
}

/** A test signature must never stand on a letter to a real person. */
export const requireRealSeal = ({ seal, demo }: Pick<Environment, 'seal' | 'demo'>): void => {
  if (seal?.kind !== 'demo' || demo) return
  throw new OperatorFault(
    'SEAL_URL=demo 的测试签名没有法律效力，只能用于演示（DEMO=1）。请改为电子印章服务器的地址，或者去掉 SEAL_URL，打印后手工盖章。',
  )
}

/** How letters are sealed, as people say it. */
export const sealWords = ({ seal }: Pick<Environment, 'seal'>): string => {
  switch (seal?.kind) {
    case 'demo':
      return '测试签名（样章，没有法律效力）'
    case 'server':
      return '电子印章服务器'
    default:
      return '打印后手工盖章'
  }
}
