-- Pages of events with some 200 filters, or with filters that are all different.
local countries = {"USA", "RUS", "UKR", "ISR", "CHN", "IRN", "TUR", "DEU", "FRA", "IND", "PAK", "SYR", "AZE", "ARM", "SRB"}
local types = {"AGREE", "CONSULT", "SUPPORT", "AID", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "ASSAULT", "COERCE"}
local years = {"2020", "2021", "2022", "2023", "2024"}
local paths = {}
for _, country in ipairs(countries) do
  for _, kind in ipairs(types) do
    paths[#paths + 1] = "/api/events?actor=" .. country .. "&type=" .. kind
  end
  for _, year in ipairs(years) do
    paths[#paths + 1] = "/api/events?source=" .. country .. "&from=" .. year .. "-01-01&to=" .. year .. "-12-31&status=actual"
  end
end
local different = os.getenv("KIND") == "different"
local threads = {}

function setup(thread)
  threads[#threads + 1] = thread
  thread:set("seed", #threads)
end

function init(args)
  math.randomseed(seed)
  statuses = ""
  refused = 0
end

function request()
  local path = paths[math.random(#paths)]
  if different then path = path .. "&confidence=0." .. math.random(100000, 999999) end
  return wrk.format("GET", path)
end

function response(status)
  if status ~= 200 then
    refused = refused + 1
    statuses = tostring(status)
  end
end

function done(summary, latency, requests)
  for _, thread in ipairs(threads) do
    if thread:get("refused") > 0 then print("statuses other than 200: " .. thread:get("refused") .. ", the last " .. thread:get("statuses")) end
  end
end
