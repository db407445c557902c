CREATE TABLE cloudsuite_sync_ledger (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source_key text COLLATE "C",
  flow text COLLATE "C",
  chargebee_id text COLLATE "C",
  source_hash text COLLATE "C",
  fingerprint text COLLATE "C",
  outcome text COLLATE "C",
  reason text COLLATE "C",
  attempts double precision,
  first_failed_at text COLLATE "C",
  parked boolean,
  source_modified_at text COLLATE "C",
  updated_at text COLLATE "C",
  decision text COLLATE "C",
  decision_id text COLLATE "C",
  payload text COLLATE "C"
);
CREATE UNIQUE INDEX cloudsuite_sync_ledger_one ON cloudsuite_sync_ledger (flow, source_key);

CREATE TABLE cloudsuite_sync_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text COLLATE "C",
  flow text COLLATE "C",
  source_key text COLLATE "C",
  chargebee_id text COLLATE "C",
  outcome text COLLATE "C",
  matched_by text COLLATE "C",
  changes text COLLATE "C",
  reason text COLLATE "C",
  attempts double precision,
  calls double precision,
  at text COLLATE "C",
  execution_url text COLLATE "C",
  previous_hash text COLLATE "C",
  hash text COLLATE "C"
);
CREATE INDEX cloudsuite_sync_audit_chain ON cloudsuite_sync_audit (flow, id);
CREATE INDEX cloudsuite_sync_audit_at ON cloudsuite_sync_audit (at);

CREATE TABLE cloudsuite_sync_checkpoints (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  flow text COLLATE "C",
  watermark text COLLATE "C",
  last_key text COLLATE "C",
  lease_until text COLLATE "C",
  run_id text COLLATE "C",
  updated_at text COLLATE "C",
  counts text COLLATE "C",
  finished_at text COLLATE "C",
  audit_head text COLLATE "C",
  source_count double precision
);
CREATE UNIQUE INDEX cloudsuite_sync_checkpoints_one ON cloudsuite_sync_checkpoints (flow);
