import { createServer } from 'node:net'
import type { Environment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'

const hostOf = { PORT: 'HOST', METRICS_PORT: 'METRICS_HOST' } as const

/** Where to listen, and the variable that says so. */
interface Place {
  readonly variable: keyof typeof hostOf
  readonly host: string
  readonly port: number
}

const words = ({ variable, host, port }: Place, code: string | undefined): string | undefined => {
  switch (code) {
    case 'EADDRINUSE':
      return `端口 ${port} 已经被占用：也许知情已经在运行，也许是别的程序。请先停下它，或者用 ${variable} 另指一个端口。`
    case 'EACCES':
      return `没有权限监听端口 ${port}：请用 ${variable} 另指一个 1024 以上的端口，由前面的网页服务器转发。`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `本机没有 ${hostOf[variable]} 所写的地址“${host}”：请改正，只在本机使用写 127.0.0.1，对外提供服务写 0.0.0.0。`
    default:
      return undefined
  }
}

/** Listens by `work`; what the operator can mend is told as such. */
export const listening = async <T>(place: Place, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const zh = words(place, (error as NodeJS.ErrnoException).code)
    throw zh ? new OperatorFault(zh, { cause: error }) : error
  }
}

const tryOut = ({ host, port }: Place): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()))
  })

/** Are the ports free? Asked before a database is built for nothing. */
export const checkPorts = async ({ host, port, metricsPort, metricsHost }: Environment): Promise<void> => {
  const places: Place[] = [{ variable: 'PORT', host, port }]
  if (metricsPort !== undefined) places.push({ variable: 'METRICS_PORT', host: metricsHost, port: metricsPort })
  for (const place of places) await listening(place, () => tryOut(place))
}
