@echo off
rem Starts envlens. It must be built: mvn -DskipTests -pl server/app -am package
setlocal DisableDelayedExpansion

set "ENVLENS_JAR=%~dp0server\app\target\envlens.jar"
if exist "%ENVLENS_JAR%" goto built
echo envlens: not built yet. Run "mvn -DskipTests -pl server/app -am package" in "%~dp0" first. 1>&2
exit /b 2

:built
set "ENVLENS_JAVA=java.exe"
if defined JAVA_HOME set "ENVLENS_JAVA=%JAVA_HOME%\bin\java.exe"
if defined ENVLENS_JAVA_HOME set "ENVLENS_JAVA=%ENVLENS_JAVA_HOME%\bin\java.exe"
if exist "%ENVLENS_JAVA%" goto found
if defined ENVLENS_JAVA_HOME goto missing
set "ENVLENS_JAVA=java.exe"
where /q java.exe
if not errorlevel 1 goto found
:missing
echo envlens: no Java found. Install Java 17 or newer, or set JAVA_HOME. 1>&2
exit /b 2

:found
"%ENVLENS_JAVA%" -Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData ^
  -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr ^
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 ^
  -jar "%ENVLENS_JAR%" %*
exit /b %ERRORLEVEL%
