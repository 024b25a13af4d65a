import { hostname } from 'node:os'
import { join } from 'node:path'
import { buildApi, buildMetrics, openMetrics, serveDesk } from '@zhiqing/api'
import { type CabinetKeeper, calendarHand } from '@zhiqing/db'
import { foldersWith, openPress } from '@zhiqing/letters'
import { portal } from '@zhiqing/portal'
import { folderPost, smtpPost, startWorker } from '@zhiqing/worker'
import type { Environment } from '../environment.js'
import { now, today } from '../world.js'
import { builtDesk } from './desk.js'
import { log } from './log.js'
import { listening } from './ports.js'
import { sealPort } from './seal.js'

/** A running service. */
export interface Service {
  readonly address: string
  readonly metricsAddress: string | null
  /** The pages of the staff were built, and are served under /desk. */
  readonly desk: boolean
  /** Stops taking requests, finishes what is in hand, closes everything but the database. */
  stop(): Promise<void>
}

/** The sender of letters: the mail account's own address where it is one. */
const senderOf = (url: string): string => {
  const { username, hostname: host } = new URL(url)
  const name = decodeURIComponent(username)
  return name.includes('@') ? name : `zhengwugongkai@${host}`
}

const postOffice = ({ smtpUrl, dataDir }: Environment) =>
  smtpUrl ? smtpPost(smtpUrl, senderOf(smtpUrl)) : folderPost(join(dataDir, 'mail'))

/** Pages, API, metrics and worker on an opened cabinet: one process, one clock. */
export const startService = async (cabinet: CabinetKeeper, environment: Environment): Promise<Service> => {
  const { host, port, metricsPort, metricsHost, fonts, templatesDir, demo, publicUrl, trustedProxies, signOn } =
    environment
  const press = openPress({ fonts, folders: foldersWith(templatesDir) })
  const metrics = openMetrics()
  const seal = sealPort(environment, press)
  const secureCookies = publicUrl?.startsWith('https:') ?? false
  const services = {
    ...{ cabinet, press, today, now, log, metrics, fonts, trustedProxies, secureCookies, signOn },
    sealing: seal !== undefined,
  }
  const app = buildApi(services)
  const desk = builtDesk()
  if (desk) await app.register(serveDesk(desk, { secureCookies }))
  await app.register(portal({ ...services, demo: demo ? { signIns: [] } : undefined }))
  const figures = metricsPort === undefined ? null : buildMetrics(services)
  const shut = () => Promise.all([app.close(), figures?.close(), press.close()])
  const open = async () => ({
    address: await listening({ variable: 'PORT', host, port }, () => app.listen({ host, port })),
    metricsAddress: figures
      ? await listening({ variable: 'METRICS_PORT', host: metricsHost, port: metricsPort ?? 0 }, () =>
          figures.listen({ host: metricsHost, port: metricsPort ?? 0 }),
        )
      : null,
  })
  const { address, metricsAddress } = await open().catch(async (error: unknown) => {
    await shut()
    throw error
  })
  const post = postOffice(environment)
  const worker = startWorker({
    cabinet: cabinet.as(calendarHand),
    press,
    post,
    deskUrl: publicUrl && `${publicUrl}/desk`,
    seal,
    today,
    now,
    log,
    name: `${hostname()}:${process.pid}`,
  })
  return {
    address,
    metricsAddress,
    desk: desk !== undefined,
    stop: async () => {
      await app.close()
      await figures?.close()
      await worker.stop()
      await post.close?.()
      await press.close()
      await cabinet.close()
    },
  }
}
