/** A PostgreSQL server of the benchmark, and the address that tells its role, as Patroni's does. */
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { freePort } from '@/lib/boot/port'
import { createDatabase } from '@/lib/boot/postgres/databases'
import { postgresAccount } from '@/lib/boot/postgres/postgres-account'
import { runProgram } from '@/lib/boot/run-program'
import { type Running, startProgram, type Tools } from './tools'

const account = postgresAccount()
const CONNECT_MAX_MS = 2_000
const LOOK_MS = 5
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  wal_level: 'replica',
  hot_standby: 'on',
  max_wal_senders: '10',
  // A replica that falls further behind must be copied anew.
  wal_keep_size: '1GB',
} as const
/** A load is finished when one replica has it, so that none is lost when that replica takes over. */
const WAITING = { synchronous_standby_names: 'ANY 1 (replica1, replica2)' } as const

export class Node {
  readonly name: string
  readonly port: number
  /** The port that answers GET /primary with 200 when this server is the primary, otherwise with 503. */
  readonly rolePort: number
  readonly #tools: Tools
  readonly #folder: string
  #running: Running | null = null
  #roles: Server | null = null

  private constructor(tools: Tools, folder: string, name: string, ports: [number, number]) {
    this.#tools = tools
    this.#folder = join(folder, name)
    this.name = name
    ;[this.port, this.rolePort] = ports
  }

  /** Returns a server with ports of its own, which `create` or `replicate` fills. */
  static async plan(tools: Tools, folder: string, name: string): Promise<Node> {
    return new Node(tools, folder, name, [await freePort(), await freePort()])
  }

  /** Creates an empty server with an empty database of the product. */
  async create(): Promise<void> {
    const locale = ['--encoding=UTF8', '--locale=C.UTF-8']
    const access = ['--username=postgres', '--auth=trust']
    await runProgram(this.#tools.initdb, [`--pgdata=${this.#folder}`, ...access, ...locale], { account, cwd: '/' })
    await this.start({ isWaiting: false })
    await createDatabase(this.url())
  }

  /** Copies the server that answers at `sourcePort` as a replica, which follows whatever server answers there. */
  async replicate(sourcePort: number): Promise<void> {
    const source = `host=127.0.0.1 port=${sourcePort} user=postgres application_name=${this.name}`
    const how = ['--write-recovery-conf', '--checkpoint=fast', '--wal-method=stream']
    await runProgram(this.#tools.pgBaseBackup, [`--pgdata=${this.#folder}`, `--dbname=${source}`, ...how], {
      account,
      cwd: '/',
    })
    await this.start()
  }

  url(database = 'factor_weekly'): string {
    return `postgresql://postgres@127.0.0.1:${this.port}/${database}`
  }

  /** @param isWaiting whether each load waits until a replica has it */
  async start({ isWaiting = true } = {}): Promise<void> {
    const all = isWaiting ? { ...SETTINGS, ...WAITING } : SETTINGS
    const settings = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const args = ['-D', this.#folder, '-p', `${this.port}`, ...settings]
    this.#running = await startProgram(this.#tools.postgres, args, { account, port: this.port, cwd: this.#folder })
    this.#roles ??= createServer((_, response) => {
      this.query('select pg_is_in_recovery() as replica').then(
        ([row]) => response.writeHead(row?.replica === false ? 200 : 503).end(),
        () => response.writeHead(503).end(),
      )
    }).listen(this.rolePort, '127.0.0.1')
  }

  /** SIGINT stops the server as `pg_ctl stop` does; SIGKILL is a crash. */
  async end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    await this.#running?.end(signal)
    this.#running = null
  }

  async restart(): Promise<void> {
    await this.end('SIGINT')
    await this.start()
  }

  async stop(): Promise<void> {
    this.#roles?.close()
    await this.end('SIGINT')
  }

  /** Makes a replica the primary. */
  async promote(): Promise<void> {
    await this.query('select pg_promote()')
  }

  /** Waits until this server has a data version. */
  async has(version: number): Promise<void> {
    while ((await this.query('select from data_version where id = $1', [version])).length === 0) await sleep(LOOK_MS)
  }

  /** Returns how much of the primary's log it has received. */
  async receivedBytes(): Promise<number> {
    const [row] = await this.query(`select (pg_last_wal_receive_lsn() - '0/0'::pg_lsn)::text as bytes`)
    return Number(row?.bytes)
  }

  async query(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({
      connectionString: this.url('factor_weekly'),
      connectionTimeoutMillis: CONNECT_MAX_MS,
      query_timeout: 20_000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return (await client.query(statement, values)).rows
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
