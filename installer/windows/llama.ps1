# Fetches the pinned llama.cpp release for the Windows installer into installer\windows\llama.
# Two checks, both must hold: the digest that the release's API tells is the pinned one, and the file has that digest.
$ErrorActionPreference = 'Stop'
$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$pin = ConvertFrom-StringData ((Get-Content "$here\llama.properties" | Where-Object { $_ -notmatch '^#' }) -join "`n")

$release = Invoke-RestMethod "https://api.github.com/repos/ggml-org/llama.cpp/releases/tags/$($pin.tag)"
$asset = $release.assets | Where-Object { $_.name -eq $pin.asset }
if (-not $asset) { throw "Release $($pin.tag) has no file $($pin.asset)." }
$told = $asset.digest -replace '^sha256:', ''
if (-not $pin.sha256) { throw "Not pinned yet. If you trust this release, write into llama.properties: sha256=$told" }
if ($told -ne $pin.sha256) { throw "The release now tells the digest $told; pinned is $($pin.sha256). Do not package it." }

$zip = Join-Path ([IO.Path]::GetTempPath()) $pin.asset
Invoke-WebRequest $asset.browser_download_url -OutFile $zip
$is = (Get-FileHash $zip -Algorithm SHA256).Hash.ToLower()
if ($is -ne $pin.sha256) { throw "The file that came has the digest $is; pinned is $($pin.sha256)." }
Remove-Item "$here\llama" -Recurse -ErrorAction SilentlyContinue
Expand-Archive $zip "$here\llama-all"
New-Item -ItemType Directory "$here\llama" | Out-Null
Get-ChildItem "$here\llama-all" -Recurse -Include llama.dll, ggml*.dll, libomp*.dll | Move-Item -Destination "$here\llama"
Remove-Item "$here\llama-all" -Recurse
Write-Output "llama.cpp $($pin.tag) is in installer\windows\llama."
