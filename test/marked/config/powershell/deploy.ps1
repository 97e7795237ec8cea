# form: PowerShell $env:
$env:PS_SET = "x"
#    ^^^^^^ env PS_SET declared
Write-Host $env:PS_SET
# none the script sets it
if (-not $env:PS_REQUIRED) { throw "missing" }
#             ^^^^^^^^^^^ env PS_REQUIRED required
$url = "https://${env:PS_HOST}/x"
#                     ^^^^^^^ env PS_HOST required
$level = $env:PS_LEVEL ?? "info"
#             ^^^^^^^^ env PS_LEVEL optional default=info
if ($env:PS_FLAG) { Write-Host "on" }
#        ^^^^^^^ env PS_FLAG optional

# form: PowerShell GetEnvironmentVariable
$key = [Environment]::GetEnvironmentVariable("PS_KEY")
#                                             ^^^^^^ env PS_KEY required
[Environment]::SetEnvironmentVariable("PS_WRITTEN", "x")
# none
if (Test-Path Env:PS_THERE) { Write-Host "there" }
#                 ^^^^^^^^ env PS_THERE optional
Write-Host 'literal $env:PS_LITERAL'
# none
Write-Host $environment:PS_OTHER $env:Path
# none
<#
$env:PS_COMMENTED
#>
