/**
 * A real mail server on 127.0.0.1 that keeps what it is handed and misbehaves as told.
 * It needs nothing of this package's sources, so that other packages' tests can start it too.
 */
import type { AddressInfo, Socket } from "node:net"
import { createServer } from "node:net"
import PostalMime, { type Email } from "postal-mime"
import { generate } from "selfsigned"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"

/**
 * What the server does.
 *
 * - `refuse`: answers to RCPT TO by address, such as `550 5.1.1 No such user`;
 * - `answerData`: the answer after the content, such as `451 4.3.0 Try later`;
 * - `answerSender`: the answer to MAIL FROM;
 * - `silent`: accepts connections and never greets;
 * - `dropInData`: closes the connection in the middle of the content, for the first n mails;
 * - `dropAfterData`: takes the mail and closes before its answer, for the first n mails;
 * - `tls`: offers STARTTLS with a certificate made for the test; otherwise TLS is not offered;
 * - `login`: asks for this user and password.
 */
export interface SmtpBehaviour {
  readonly refuse?: Readonly<Record<string, string>>
  readonly answerData?: string
  readonly answerSender?: string
  readonly silent?: boolean
  readonly dropInData?: number
  readonly dropAfterData?: number
  readonly tls?: boolean
  readonly login?: { readonly user: string; readonly pass: string }
}

/** One mail that the server took. */
export interface CapturedSmtpMail {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly raw: Buffer
  readonly messageId: string | undefined
  /** Reads the mail: headers, bodies and attachments. */
  readonly parsed: () => Promise<Email>
  readonly secure: boolean
}

/** A running server. */
export interface RunningSmtp {
  readonly host: string
  readonly port: number
  /** The certificate to trust, when TLS is offered. */
  readonly ca: string | undefined
  /** Mails taken, oldest first. */
  readonly mails: ReadonlyArray<CapturedSmtpMail>
  /** How many times a content was begun, taken or not. */
  readonly contents: () => number
  /** Changes the behaviour for what comes next; TLS and silence stay as they were at the start. */
  readonly behave: (behaviour: SmtpBehaviour) => void
  readonly close: () => Promise<void>
}

/** Starts a server on a free port; a plain one takes every mail. */
export const startSmtp = async (
  options: { readonly behaviour?: SmtpBehaviour } = {},
): Promise<RunningSmtp> => {
  const state = { behaviour: options.behaviour ?? {}, begun: 0, lost: 0 }
  const mails: Array<CapturedSmtpMail> = []
  const behave = (next: SmtpBehaviour): void => {
    Object.assign(state, { behaviour: next, lost: 0 })
  }
  const common = { host: "127.0.0.1", mails, contents: () => state.begun, behave }
  if (state.behaviour.silent === true) return { ...common, ca: undefined, ...(await startSilent()) }
  const certificate = state.behaviour.tls === true ? await testCertificate() : undefined
  const server = new SMTPServer({
    ...settingsOf(state.behaviour),
    ...(certificate === undefined ? {} : { key: certificate.private, cert: certificate.cert }),
    onAuth: ({ username, password }, _session, done) => {
      const login = state.behaviour.login
      const isRight = login?.user === username && login?.pass === password
      if (isRight) done(null, { user: username ?? "" })
      else done(told("535 5.7.8 Authentication credentials invalid"))
    },
    onMailFrom: (_address, _session, done) => done(told(state.behaviour.answerSender)),
    onRcptTo: ({ address }, _session, done) => done(told(state.behaviour.refuse?.[address])),
    onData: (stream, session, done) => {
      state.begun += 1
      const socket = socketOf(server, session.id)
      const { dropInData = 0, dropAfterData = 0, answerData } = state.behaviour
      const drops = state.lost < dropInData
      if (drops) {
        state.lost += 1
        stream.once("data", () => socket?.destroy())
      }
      const chunks: Array<Buffer> = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        if (drops) return
        if (answerData !== undefined) return done(told(answerData))
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? "" : mailFrom.address
        const to = rcptTo.map(({ address }) => address)
        const messageId = /^Message-ID:\s*(<[^>]+>)/imu.exec(raw.toString("latin1"))?.[1]
        const parsed = (): Promise<Email> => PostalMime.parse(raw)
        mails.push({ from, to, raw, messageId, parsed, secure: session.secure })
        if (state.lost >= dropAfterData) return done(null, "OK: taken")
        state.lost += 1
        socket?.destroy()
      })
    },
  })
  // A client that goes away is part of the tests.
  server.on("error", () => undefined)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as AddressInfo
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  return { ...common, port, ca: certificate?.cert, close }
}

const settingsOf = (behaviour: SmtpBehaviour): SMTPServerOptions => ({
  logger: false,
  closeTimeout: 100,
  authOptional: behaviour.login === undefined,
  allowInsecureAuth: true,
  disabledCommands: [
    ...(behaviour.login === undefined ? ["AUTH"] : []),
    ...(behaviour.tls === true ? [] : ["STARTTLS"]),
  ],
})

const told = (answer: string | undefined): Error | null =>
  answer === undefined
    ? null
    : Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) })

const socketOf = (server: SMTPServer, id: string): Socket | undefined =>
  [...server.connections].find((connection) => connection.id === id)?._socket as Socket | undefined

const startSilent = async (): Promise<{
  readonly port: number
  readonly close: () => Promise<void>
}> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined).on("close", () => sockets.delete(socket)))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

const testCertificate = () =>
  generate([{ name: "commonName", value: "127.0.0.1" }], {
    keySize: 2048,
    algorithm: "sha256",
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip: "127.0.0.1" }] }],
  })

/** Gives a port of 127.0.0.1 on which nothing listens. */
export const closedPort = async (): Promise<number> => {
  const silent = await startSilent()
  await silent.close()
  return silent.port
}
