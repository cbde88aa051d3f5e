import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The schema `auth`: better-auth's own tables (its generated SQL, as it stands) and the link from an identity to a person. */
export class SignIn1700000000002 implements MigrationInterface {
  public async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA auth');
    await runner.query(`
      CREATE TABLE auth."user" ("id" text NOT NULL PRIMARY KEY, "name" text NOT NULL, "email" text NOT NULL UNIQUE,
        "emailVerified" boolean NOT NULL, "image" text, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
        "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL);
      CREATE TABLE auth."session" ("id" text NOT NULL PRIMARY KEY, "expiresAt" timestamptz NOT NULL, "token" text NOT NULL UNIQUE,
        "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz NOT NULL, "ipAddress" text,
        "userAgent" text, "userId" text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE,
        "organizationId" text, "personId" text, "lastSeenAt" timestamptz);
      CREATE TABLE auth."account" ("id" text NOT NULL PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL,
        "userId" text NOT NULL REFERENCES auth."user" ("id") ON DELETE CASCADE, "accessToken" text, "refreshToken" text,
        "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text,
        "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL, "updatedAt" timestamptz NOT NULL);
      CREATE TABLE auth."verification" ("id" text NOT NULL PRIMARY KEY, "identifier" text NOT NULL, "value" text NOT NULL,
        "expiresAt" timestamptz NOT NULL, "createdAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL,
        "updatedAt" timestamptz DEFAULT CURRENT_TIMESTAMP NOT NULL);
      CREATE INDEX "session_userId_idx" ON auth."session" ("userId");
      CREATE INDEX "account_userId_idx" ON auth."account" ("userId");
      CREATE INDEX "verification_identifier_idx" ON auth."verification" ("identifier")`);
    // One identity may belong to people of several organizations; a person has one identity at most.
    await runner.query(`
      CREATE TABLE auth.person_account (user_id text NOT NULL REFERENCES auth."user" (id) ON DELETE CASCADE,
        organization_id uuid NOT NULL, person_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, person_id), UNIQUE (user_id, organization_id))`);
    // Links to be invited by or to reset a password: only the hash of the token is kept, and it works once.
    await runner.query(`
      CREATE TABLE auth.sign_in_link (token_hash bytea NOT NULL PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('INVITATION', 'RESET')),
        organization_id uuid NOT NULL, person_id uuid NOT NULL, created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL, used_at timestamptz)`);
    await runner.query('CREATE INDEX sign_in_link_person ON auth.sign_in_link (organization_id, person_id)');
    // Wrong tries, shared by all processes (rate-limiter-flexible's own table).
    await runner.query('CREATE TABLE auth.rate_limit (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)');
    await runner.query('GRANT USAGE ON SCHEMA auth TO milepost_app');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO milepost_app');
  }

  public async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA auth CASCADE');
  }
}
