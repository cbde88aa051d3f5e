#!/bin/sh
# Run once by the image of PostgreSQL, when it makes its cluster: the three roles of Milepost, each with its own password.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --dbname milepost \
  --set owner="$OWNER_PASSWORD" --set app="$APP_PASSWORD" --set relay="$RELAY_PASSWORD" <<'SQL'
create role milepost_owner login password :'owner';
create role milepost_app login password :'app';
create role milepost_relay login password :'relay';
alter database milepost owner to milepost_owner;
SQL
