# Signs the installer if a certificate is in the environment: WINDOWS_CERTIFICATE (a .pfx as base64) and
# WINDOWS_CERTIFICATE_PASSWORD. Without them it says so and does nothing.
$ErrorActionPreference = 'Stop'
if (-not $env:WINDOWS_CERTIFICATE) { Write-Output 'No certificate in the environment: the installer is not signed.'; exit 0 }
$pfx = Join-Path ([IO.Path]::GetTempPath()) 'thoughtscope-signing.pfx'
try {
    [IO.File]::WriteAllBytes($pfx, [Convert]::FromBase64String($env:WINDOWS_CERTIFICATE))
    $tool = Get-ChildItem 'C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe' | Sort-Object FullName | Select-Object -Last 1
    Get-ChildItem target\installer\*.msi | ForEach-Object {
        & $tool.FullName sign /f $pfx /p $env:WINDOWS_CERTIFICATE_PASSWORD /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 $_.FullName
        if ($LASTEXITCODE -ne 0) { throw "Signing $($_.Name) failed." }
    }
} finally {
    Remove-Item $pfx -ErrorAction SilentlyContinue
}
