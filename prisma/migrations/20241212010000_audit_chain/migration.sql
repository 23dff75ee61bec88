-- The audit proves itself: each event has a seal, which holds the hash of the seal before, so that no event can be changed or
-- taken out without notice. Whole oldest days may be removed, after an event that says so and holds the hash of the last of
-- them. Editions, reviews, texts and accepted findings are events too.

-- CreateTable
CREATE TABLE "audit_seal" (
    "number" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "previous_hash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_event_id_key" ON "audit_seal"("event_id");

-- By hand: what Prisma cannot express.
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_hash_check"
    CHECK ("hash" ~ '^[0-9a-f]{64}$' AND "previous_hash" ~ '^[0-9a-f]{64}$');
-- local: who uses the machine of a server without accounts; share: who has a link of one edition or series.
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_actor_kind_check";
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_actor_kind_check"
    CHECK ("actor_kind" IN ('person', 'token', 'share', 'local', 'command', 'unknown'));

-- By hand: what a seal hashes is an array in JSON of texts and nulls: number, hash before, id, time in milliseconds since 1970,
-- who, what, of what, details. The address is left out: it may be erased.
CREATE FUNCTION "sealed_text"("number" BIGINT, "previous_hash" TEXT, "event" "audit_event") RETURNS text LANGUAGE sql STABLE AS $$
    SELECT json_build_array(
        "number"::text, "previous_hash", "event"."id"::text, (extract(epoch FROM "event"."at") * 1000)::bigint::text,
        "event"."actor_kind", "event"."actor_id", "event"."action", "event"."subject", "event"."details"::text
    )::text
$$;

CREATE FUNCTION "append_seal"("event" "audit_event") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    "newest" RECORD;
    "own" BIGINT;
    "previous" TEXT;
BEGIN
    SELECT "number", "hash" INTO "newest" FROM "audit_seal" ORDER BY "audit_seal"."number" DESC LIMIT 1;
    "own" := coalesce("newest"."number", 0) + 1;
    "previous" := coalesce("newest"."hash", repeat('0', 64));
    INSERT INTO "audit_seal" ("number", "event_id", "previous_hash", "hash")
    VALUES ("own", "event"."id", "previous", encode(sha256(convert_to("sealed_text"("own", "previous", "event"), 'UTF8')), 'hex'));
END $$;

-- By hand: the seals wait for each other, and are therefore written when everything else of a transaction is done: a load of
-- minutes does not keep others from signing in.
CREATE FUNCTION "seal_event"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(7310017);
    PERFORM "append_seal"(NEW);
    RETURN NULL;
END $$;

-- By hand: the events of before.
DO $$
DECLARE
    "event" "audit_event";
BEGIN
    FOR "event" IN SELECT * FROM "audit_event" ORDER BY "id" LOOP
        PERFORM "append_seal"("event");
    END LOOP;
END $$;

CREATE CONSTRAINT TRIGGER "audit_event_seal" AFTER INSERT ON "audit_event"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "seal_event"();

-- By hand: an event or seal can go only after an event of the removal that names its seal or a later one.
CREATE FUNCTION "check_removed_events"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "last" BIGINT := (SELECT max(("details" ->> 'seal')::bigint) FROM "audit_event" WHERE "action" = 'events-removed');
    "refused" BOOLEAN;
BEGIN
    IF TG_TABLE_NAME = 'audit_seal' THEN
        SELECT bool_or("gone"."number" > coalesce("last", 0)) INTO "refused" FROM "gone";
    ELSE
        SELECT bool_or("seal"."number" IS NULL OR "seal"."number" > coalesce("last", 0)) INTO "refused"
        FROM "gone" LEFT JOIN "audit_seal" AS "seal" ON "seal"."event_id" = ("gone"."id")::bigint;
    END IF;
    IF "refused" THEN
        RAISE EXCEPTION 'DELETE of % is refused: only whole oldest days go, after an event that says so', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER "audit_event_keep" ON "audit_event";
CREATE TRIGGER "audit_event_keep" BEFORE TRUNCATE ON "audit_event"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_event_remove" AFTER DELETE ON "audit_event"
    REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "check_removed_events"();
CREATE TRIGGER "audit_seal_keep" BEFORE UPDATE OR TRUNCATE ON "audit_seal"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_seal_remove" AFTER DELETE ON "audit_seal"
    REFERENCING OLD TABLE AS "gone" FOR EACH STATEMENT EXECUTE FUNCTION "check_removed_events"();

-- By hand: records what was done in the transaction that does it, as whom factor_weekly.actor names.
CREATE FUNCTION "record_as_actor"("action" TEXT, "subject" TEXT, "details" JSONB) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    "actor" JSONB := coalesce(nullif(current_setting('factor_weekly.actor', true), ''), '{}');
BEGIN
    INSERT INTO "audit_event" ("actor_kind", "actor_id", "action", "subject", "details", "address")
    VALUES (coalesce("actor" ->> 'kind', 'command'), "actor" ->> 'id', "action", "subject", "details", "actor" ->> 'address');
END $$;

CREATE OR REPLACE FUNCTION "record_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "record_as_actor"(
        CASE NEW."kind"::text WHEN 'withdrawal' THEN 'withdrawal' WHEN 'rename' THEN 'rename' ELSE 'load' END,
        NEW."id"::text,
        jsonb_build_object('kind', NEW."kind")
    );
    IF cardinality(NEW."accepted") > 0 THEN
        PERFORM "record_as_actor"('hold-accepted', NEW."id"::text, jsonb_build_object('rules', NEW."accepted"));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION "record_edition"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "record_as_actor"(
        'edition-' || NEW."state",
        concat_ws(' ', NEW."market", NEW."window_kind", NEW."as_of"),
        jsonb_build_object('edition', NEW."number"::text)
    );
    RETURN NULL;
END $$;
CREATE TRIGGER "edition_record" AFTER INSERT ON "edition"
    FOR EACH ROW EXECUTE FUNCTION "record_edition"();

-- By hand: an editor saves a text every few seconds: one event for each person, week and hour.
CREATE FUNCTION "record_text"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    "actor" JSONB := coalesce(nullif(current_setting('factor_weekly.actor', true), ''), '{}');
    "week" TEXT := concat_ws(' ', NEW."market", NEW."window_kind", NEW."as_of");
BEGIN
    IF NOT EXISTS (
        SELECT FROM "audit_event"
        WHERE "action" = 'texts-saved' AND "subject" = "week" AND "actor_id" IS NOT DISTINCT FROM "actor" ->> 'id'
            AND "at" >= date_trunc('hour', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
    ) THEN
        PERFORM "record_as_actor"('texts-saved', "week", jsonb_build_object('revision', NEW."revision"::text));
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "week_text_record" AFTER INSERT ON "week_text"
    FOR EACH ROW EXECUTE FUNCTION "record_text"();

CREATE FUNCTION "record_review"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM "record_as_actor"(
        'review-asked',
        concat_ws(' ', NEW."market", NEW."window_kind", NEW."as_of"),
        jsonb_build_object('version', NEW."version"::text)
    );
    RETURN NULL;
END $$;
CREATE TRIGGER "week_draft_record" AFTER INSERT OR UPDATE ON "week_draft"
    FOR EACH ROW WHEN (NEW."state" = 'in-review') EXECUTE FUNCTION "record_review"();
