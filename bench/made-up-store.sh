# Sourced by benchmarks of a store of a million made-up events, which set $home, $work and $file; a $file that is there is used as it is.

fill() {
  "$home/casus" --version >/dev/null
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  [ -f "$file" ] || "$java" -Xmx640m -cp "$home/app/target/casus.jar" "$home/bench/FillStore.java" "$file" "${1:-1000000}"
  echo "store: $(($(wc -c <"$file") / 1000000)) MB, cores: $(nproc)"
}

# sets $server, its process, and $address
serve() {
  "$home/casus" serve --store "$file" --port 0 >"$work/address" 2>"$work/log" &
  server=$!
  for _ in $(seq 120); do [ -s "$work/address" ] && break; sleep 0.5; done
  address=$(cat "$work/address")
  [ -n "$address" ] || { cat "$work/log" >&2; exit 1; }
}
