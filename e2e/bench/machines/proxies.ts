/** HAProxy and pgbouncer of the benchmark, configured as lib/boot/operation/machines.md says. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { postgresAccount } from '@/lib/boot/postgres/postgres-account'
import type { Node } from './node'
import { type Running, startProgram, type Tools } from './tools'

const account = postgresAccount()

/** Starts HAProxy in front of the instances of the web server, and of whichever PostgreSQL server is the primary. */
export function startHaproxy(
  tools: Tools,
  {
    folder,
    web,
    apps,
    database,
    nodes,
  }: Where & { web: number; apps: number[]; database: number; nodes: RoleAddress[] },
): Promise<Running> {
  const config = `
global
  maxconn 2000
defaults
  timeout connect 1s
  timeout client 60s
  timeout server 60s
frontend readers
  mode http
  bind 127.0.0.1:${web}
  default_backend instances
backend instances
  mode http
  balance leastconn
  option httpchk GET /healthz
  option redispatch 1
  http-check send hdr Host localhost
  retries 3
  retry-on conn-failure empty-response response-timeout 503
  http-request disable-l7-retry if METH_POST
  timeout check 3s
  default-server check inter 1s fastinter 500ms fall 2 rise 1
${apps.map((port, index) => `  server app${index + 1} 127.0.0.1:${port}`).join('\n')}
listen primary
  mode tcp
  bind 127.0.0.1:${database}
  timeout client 10m
  timeout server 10m
  option httpchk GET /primary
  http-check expect status 200
  timeout check 3s
  default-server inter 1s fastinter 500ms fall 3 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, port, rolePort }) => `  server ${name} 127.0.0.1:${port} check port ${rolePort}`).join('\n')}
`
  return start(tools.haproxy, { folder, name: 'haproxy.cfg', config, port: web, args: (path) => ['-db', '-f', path] })
}

type RoleAddress = Pick<Node, 'name' | 'port' | 'rolePort'>

/** Starts pgbouncer in transaction mode in front of the server at `target`. */
export function startPgbouncer(
  tools: Tools,
  { folder, port, target }: Where & { port: number; target: number },
): Promise<Running> {
  const session = [
    `SET TimeZone = 'UTC'`,
    `SET DateStyle = 'ISO, YMD'`,
    'SET extra_float_digits = 1',
    `SET statement_timeout = '30s'`,
    `SET lock_timeout = '500ms'`,
  ].join('; ')
  const config = `
[databases]
factor_weekly = host=127.0.0.1 port=${target} user=postgres dbname=factor_weekly connect_query='${session.replaceAll("'", "''")}'
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
ignore_startup_parameters = options, extra_float_digits, statement_timeout, lock_timeout
server_login_retry = 1
server_fast_close = 1
query_wait_timeout = 8
`
  return start(tools.pgbouncer, { folder, name: 'pgbouncer.ini', config, port, args: (path) => [path] })
}

interface Where {
  folder: string
}

interface Program extends Where {
  name: string
  config: string
  port: number
  args: (path: string) => string[]
}

async function start(program: string, { folder, name, config, port, args }: Program): Promise<Running> {
  const path = join(folder, name)
  await writeFile(path, config)
  return startProgram(program, args(path), { account, port, cwd: folder })
}
