/** The little of smtp-server that the tests use; it brings no types of its own. */
declare module 'smtp-server' {
  import type { Server } from 'node:net'
  import type { Readable } from 'node:stream'

  export interface Session {
    readonly envelope: { readonly mailFrom: { address: string } | false; readonly rcptTo: { address: string }[] }
  }
  type Callback = (error?: (Error & { responseCode?: number }) | null) => void

  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean
      disabledCommands?: string[]
      onRcptTo?(address: { address: string }, session: Session, callback: Callback): void
      onData?(stream: Readable, session: Session, callback: Callback): void
    })
    readonly server: Server
    listen(port: number, host: string, listening: () => void): void
    close(closed: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
  }
}
