/** Prisma's own schema engine in its WebAssembly build: the same migrations, without downloading a native program. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { SESSION_OPTIONS } from '@/lib/db/session-options'
import { StoreError } from '@/lib/db/store-error'
import { FINISH } from './migration-history'

const CONNECT_TIMEOUT_MS = 15_000

/**
 * Runs `use` with an engine on the database at `databaseUrl`, after `prepare` with the one connection of both, and closes
 * them.
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  prepare: (pool: Pool) => Promise<void>,
  use: (engine: bindings.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  await loadWasm()
  // The advisory locks belong to a connection, so only one may exist, for the whole time.
  const pool = new Pool({
    connectionString: databaseUrl,
    options: SESSION_OPTIONS,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  })
  // The statement that needs the lost connection throws.
  pool.on('error', () => undefined)
  try {
    await prepare(pool)
    const factory = new ScriptAdapterFactory(pool)
    const adapter = bindMigrationAwareSqlAdapterFactory(factory)
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
    return await use(engine)
      .catch((error) => {
        throw factory.fault ?? error
      })
      .finally(() => engine.free())
  } finally {
    await pool.end()
  }
}

/**
 * Sends a complete script, which PostgreSQL runs in one transaction together with the note that it is finished. Prisma's
 * adapter splits it at every semicolon, even in function bodies and comments.
 */
class ScriptAdapterFactory extends PrismaPg {
  readonly #pool: Pool
  /** Why a script failed, which the engine does not pass on. */
  fault: StoreError | null = null

  constructor(pool: Pool) {
    super(pool)
    this.#pool = pool
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await this.#pool.query(`${script}\n;${FINISH}`).catch((cause: Error) => {
        this.fault = new StoreError(
          `The schema of the store could not be brought up to date (${cause.message}). This step has changed nothing: mend the cause and start again.`,
          { cause },
        )
        throw cause
      })
    }
    return adapter
  }
}

/** The bindings hold one instance for the process, so copies of this module share the instance too. */
const shared: typeof globalThis & { factorWeeklySchemaEngine?: Promise<void> } = globalThis

function loadWasm(): Promise<void> {
  shared.factorWeeklySchemaEngine ??= instantiate()
  return shared.factorWeeklySchemaEngine
}

async function instantiate(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports() })
  bindings.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start !== 'function') throw new Error('The schema engine has no entry point.')
  start()
}

/**
 * Returns the JavaScript functions that the engine imports. Its timers must not keep Node alive: the 10 s limit of its
 * lock still runs after its work is done.
 */
function imports(): WebAssembly.ModuleImports {
  const wrapped = Object.entries(bindings).map(([name, given]) => {
    const isTimer = name.startsWith('__wbg_setTimeout_') && typeof given === 'function'
    return [name, isTimer ? (...args: unknown[]) => unref(Reflect.apply(given, undefined, args)) : given]
  })
  return Object.fromEntries(wrapped)
}

function unref(timer: unknown): unknown {
  return timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function' ? timer.unref() : timer
}
